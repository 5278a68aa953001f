"""The data set as files for other programs."""
