"""This folder is the file that people edit: read strictly, changed by splices, replaced whole."""
