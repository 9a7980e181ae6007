"""The ways in which an article comes: a file, a folder, standard input, a page of the web."""
