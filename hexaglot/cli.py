"""This file is the command line: words in, a task done, words out."""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import typer

from catalogue import Language
from hexaglot import options as opt
from hexaglot import tasks
from hexaglot.desk import VERSION, Desk
from hexaglot.exits import MEND, OK, FailOn, leave_output, of_check, run
from hexaglot.glance import site_sentence
from hexaglot.settings import SettingsError, read_settings
from reports.embeds import VARIANTS
from reports.formats import FORMATS
from reports.terminal import printable
from reports.writing import WriteError, write_whole

app = typer.Typer(
    name="hexaglot",
    help="Every message, in every language, always playable.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def start(
    context: typer.Context,
    catalogue: opt.CatalogueFile = None,
    config: opt.ConfigFile = None,
    ledger: opt.LedgerUrl = None,
    contact: opt.Contact = None,
    quiet: opt.Quiet = False,
    verbose: opt.Verbose = False,
    version: opt.ShowVersion = False,  # noqa: ARG001 - its callback answers
) -> None:
    """Keep video messages in all their languages in one file, check that they play, and embed them right."""
    path = config or Path("hexaglot.toml")
    try:
        text = path.read_text("utf-8") if config is not None or path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path}: the settings cannot be read ({error}); give another file with --config"
        ) from error
    options = {"catalogue": catalogue, "ledger": ledger, "contact": contact}
    settings = read_settings(text, _set_by_environment(), options, where=str(path))
    context.obj = Desk(settings, quiet, verbose)


@app.command("import")
def import_(
    context: typer.Context,
    source: opt.ImportSource,
    message: opt.ImportMessage = None,
    title: opt.ImportTitle = None,
    on: opt.ImportOn = None,
    dry_run: opt.ImportDryRun = False,
    format_: opt.ImportFormat = "text",
) -> None:
    """Read a letter's links into the catalogue.

    Shows what was added, what was known already, and what is unclear, with line and reason. A letter without
    video links ends with exit code 1, and nothing is written.
    """
    from hexaglot import letters, words  # noqa: PLC0415 - reading letters takes long to load, and other commands need none

    desk: Desk = context.obj
    _one_of("--format", format_, ("text", "json"))
    wishes = letters.Wishes(message, title, None if on is None else on.date())
    today = datetime.now(UTC).date()
    found = letters.import_letter(desk.settings, source, sys.stdin.buffer, wishes, today=today, dry_run=dry_run)
    write = words.import_json if format_ == "json" else words.import_text
    _print(write(found, str(desk.settings.catalogue), dry_run=dry_run))
    raise typer.Exit(OK if found.added or found.known else MEND)


@app.command()
def add(
    context: typer.Context,
    slug: opt.AddSlug,
    language: opt.AddLanguage,
    url: opt.AddUrl,
    title: opt.AddTitle = None,
    replace: opt.AddReplace = False,
    force: opt.AddForce = False,
) -> None:
    """Put one link into the catalogue."""
    from catalogue.adding import Wish  # noqa: PLC0415 - as for import
    from hexaglot import letters  # noqa: PLC0415

    desk: Desk = context.obj
    wish = Wish(slug, Language.parse(language), url, title, instead=replace, anyway=force)
    address = letters.add_link(desk.settings, wish, today=datetime.now(UTC).date())
    _print(f"{slug}/{wish.language} is {address}\n")


@app.command()
def remove(
    context: typer.Context,
    slug: opt.RemoveSlug,
    language: opt.RemoveLanguage,
) -> None:
    """Take one link out of the catalogue; its place stays, empty."""
    from hexaglot import letters  # noqa: PLC0415 - as for import

    desk: Desk = context.obj
    tag = Language.parse(language)
    letters.remove_link(desk.settings, slug, tag)
    _print(f"{slug}/{tag} is empty now\n")


@app.command()
def check(
    context: typer.Context,
    targets: opt.CheckTargets = None,
    format_: opt.CheckFormat = "text",
    output: opt.CheckOutput = None,
    due: opt.CheckDue = False,
    fail_on: opt.CheckFailOn = FailOn.BROKEN,
) -> None:
    """Find out whether each video really plays, with the evidence.

    Exit code 0: all is well; 1: a link is broken; 3: none is known to be broken, but some could not be judged.
    """
    desk: Desk = context.obj
    _one_of("--format", format_, tuple(sorted(FORMATS)))
    with desk.instruments(desk.ledger_if_possible()) as instruments, desk.progress() as progress:
        checked = tasks.check(
            desk.settings, targets or (), instruments, only_due=due, progress=progress, forgotten=desk.forgotten
        )
    text = FORMATS[format_].render(checked)
    if output is None:
        _print(text)
    else:
        write_whole(output, text)
        desk.say(f"hexaglot: the results are in {output}")
    raise typer.Exit(of_check(checked, fail_on))


@app.command()
def report(
    context: typer.Context,
    output: opt.ReportOutput = None,
    window: opt.ReportWindow = None,
) -> None:
    """Write the site: availability, history, evidence and snippets to copy, a page in each language."""
    desk: Desk = context.obj
    wishes = {"output": output, "window": window}
    settings = desk.settings.model_copy(update={name: wish for name, wish in wishes.items() if wish is not None})
    with desk.instruments(desk.ledger()) as instruments:
        files, state = tasks.publish(settings, instruments, version=VERSION)
    _print(site_sentence(files[0], state))


@app.command()
def embed(
    context: typer.Context,
    slug: opt.EmbedSlug = None,
    language: opt.EmbedLanguage = None,
    variant: opt.EmbedVariant = None,
    list_: opt.EmbedList = False,
) -> None:
    """Print a snippet to paste into a page."""
    desk: Desk = context.obj
    if list_:
        _print("".join(f"{form.name:<8} {form.summary}\n" for form in VARIANTS))
        return
    if slug is None:
        raise typer.BadParameter("Name the message, for example: hexaglot embed wtisd-2021 ar")
    chosen = variant or ("links" if language is None else "iframe")
    _print(tasks.embed(desk.settings, slug, language, chosen))


@app.command("list")
def list_links(
    context: typer.Context,
    language: opt.ListLanguage = None,
    message: opt.ListMessage = None,
    format_: opt.ListFormat = "table",
) -> None:
    """Show messages and links."""
    desk: Desk = context.obj
    _one_of("--format", format_, ("table", "json"))
    links = tasks.links(desk.settings, message=message, language=language)
    if format_ == "json":
        _print(json.dumps(links, indent=1) + "\n")
    else:
        _print("".join(f"{row['message']:<24} {row['language']:<8} {printable(str(row['url']))}\n" for row in links))


@app.command()
def schedule(context: typer.Context) -> None:
    """Run for ever: look at what is due, remember, rewrite the site. Ends cleanly on SIGTERM.

    A restart loses nothing, a missed night is caught up, and of two schedulers on one ledger only one works.
    """
    from hexaglot.service import run_schedule  # noqa: PLC0415 - the heartbeat takes long to load too

    code = run_schedule(context.obj)
    raise typer.Exit(code)


def main() -> None:
    """The command `hexaglot`."""
    sys.exit(run(app, sys.argv[1:]))


def _set_by_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name.startswith("HEXAGLOT_")}


def _one_of(option: str, word: str, words: tuple[str, ...]) -> None:
    if word not in words:
        raise typer.BadParameter(f"{option} is “{word}”; it can be: {', '.join(words)}")


def _print(text: str) -> None:
    """Results, on standard output: UTF-8 whatever the locale says, because snippets hold six languages."""
    if sys.stdout is None:
        raise WriteError("there is no standard output to write to; open it, or use --output where there is one")
    try:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr] # a text stream
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        leave_output()
        raise WriteError(f"the results could not be written to standard output ({error.strerror})") from error
