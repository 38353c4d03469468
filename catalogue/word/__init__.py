"""This folder holds what a Word document (.docx) says: its package opened with care, its text as HTML.

`package` takes out the parts that hold text, within bounds; `preparing` writes in them what mammoth does not know in
words that it knows; `converting` (the door to mammoth) makes HTML; `finishing` puts notes where they are referred to
and links what are addresses.
"""
