"""Records -> the networkx graph: measures, ways between two things, positions."""
