"""This room is what the web's video sites answer, and what that means. It does not know the catalogue."""
