"""What is true without a web page: records, tables, network, figures, exports, languages."""
