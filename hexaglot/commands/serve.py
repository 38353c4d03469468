"""This file is the command `serve`: the pages that browsers and other sites ask for."""

from __future__ import annotations

from typing import Annotated

import typer

from hexaglot.desk import Desk
from hexaglot.web.serving import CannotListen, run_server
from reports.addresses import NoOrigin, OwnAddresses


def _origin(text: str) -> OwnAddresses:
    try:
        return OwnAddresses.under(text)
    except NoOrigin as error:
        raise typer.BadParameter(str(error)) from error


Host = Annotated[
    str, typer.Option(envvar="HEXAGLOT_SERVE_HOST", help="Where to listen; 0.0.0.0 is all that this machine is.")
]
Port = Annotated[
    int, typer.Option(min=0, max=65535, envvar="HEXAGLOT_SERVE_PORT", help="On which port; 0 takes any that is free.")
]
Public = Annotated[
    OwnAddresses | None,
    typer.Option(
        parser=_origin,
        metavar="URL",
        envvar="HEXAGLOT_SERVE_PUBLIC_URL",
        help="How others reach it, for example https://videos.example.int. Without it, the host that a request names "
        "is believed: give it wherever strangers may ask.",
    ),
]


def serve(context: typer.Context, host: Host = "127.0.0.1", port: Port = 8000, public_url: Public = None) -> None:
    """Answer browsers: a page for each video, frames for other sites, and oEmbed.

    /m/SLUG and /m/SLUG/LANG to watch, /embed/SLUG/LANG to be framed, /oembed for systems that ask what to embed,
    /healthz for who watches over it; / lists the messages. Editing in the browser, and the report there, are yet to
    come. The catalogue is read anew when its file changes; what is believed of a video decides what is shown.
    """
    try:
        code = run_server(Desk.of(context.obj), host, port, public_url)
    except CannotListen as error:
        raise typer.BadParameter(str(error)) from error
    raise typer.Exit(code)


COMMAND = serve
