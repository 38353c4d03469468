"""This room is what people read, and what they copy."""
