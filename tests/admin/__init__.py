"""The curators' desk: what it shows, what it writes, and what it will not write."""
