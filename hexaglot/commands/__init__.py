"""This folder holds one file for each command; a file is loaded only when its command is called.

So `list` does not wait for the database, nor `embed` for the readers of letters. Help and completion need no more than
the sentences that stand here; each is the first one of its command's own help.
"""

SUMMARIES = {
    "import": "Read a letter's links into the catalogue.",
    "add": "Put one link into the catalogue.",
    "remove": "Take one link out of the catalogue; its place stays, empty.",
    "check": "Find out whether each video really plays, with the evidence.",
    "report": "Write the site: availability, history, evidence and snippets to copy, a page in each language.",
    "embed": "Print a snippet to paste into a page.",
    "inspect-page": "Find our videos on a web page, and say what is wrong there, each with the right code.",
    "list": "Show messages and links.",
    "coverage": "Show which message is there in which language, and whether it is known to play.",
    "schema": "Print the JSON Schema of the catalogue file, by which editors complete and warn.",
    "merge-driver": "Merge two people's changes of the catalogue key by key, for git.",
    "validate": "Hold the catalogue file against its form and the editorial rules.",
    "serve": "Answer browsers: a page for each video, frames for other sites, and oEmbed.",
    "schedule": "Run for ever: look at what is due, remember, rewrite the site. Ends cleanly on SIGTERM.",
}
"""Every command, in the order of the help."""
