"""From the text of an article to what was said in it, by whom and through whose hands."""
