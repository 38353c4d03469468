"""This room is the desk: the only place where catalogue, checker and reports meet."""
