"""This folder is the desk in the browser; so far, what others frame and ask for: players, their pages, and oEmbed."""
