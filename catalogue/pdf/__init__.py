"""This folder holds what a PDF says: signs at places on pages, put back into lines, tables and links.

`pages` (the door to pdfminer) gives signs and rules; `lines`, `beside`, `columns`, `rows`, `blocks` and `order` put
them in order; `writing` says it in HTML. A PDF knows no words, no lines and no tables: all of that is read off the
places.
"""
