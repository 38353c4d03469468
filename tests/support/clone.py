"""This file is a clone of a repository with a catalogue in it, where git merges with our driver, as README says."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from journeys_office import COMMAND, Office, clean_environment

FILE = "data/videos.yaml"


@dataclass(frozen=True, slots=True)
class Clone:
    """A repository of its own. Each change is made in a branch that begins where `main` stands."""

    office: Office

    @classmethod
    def begun(cls, folder: Path, content: str | bytes | None) -> Clone:
        """A repository with the driver set up, and this catalogue on `main`."""
        name = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.int"}
        name |= {key.replace("AUTHOR", "COMMITTER"): value for key, value in name.items()}
        alone = {"HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1", "GIT_EDITOR": "true"}
        clone = cls(Office(folder, clean_environment() | name | alone))
        clone.git("init", "-q", "-b", "main")
        clone.git("config", "merge.hexaglot.driver", f"{' '.join(COMMAND)} merge-driver %O %A %B")
        (folder / ".gitattributes").write_text(f"{FILE} merge=hexaglot\n", "utf-8")
        clone.git("add", ".")
        clone.commit("main", content)
        return clone

    def git(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run git to its end."""
        return subprocess.run(
            ["git", *words],  # noqa: S607 - whichever git people use
            cwd=self.office.folder,
            env=self.office.environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )

    def commit(self, branch: str, content: str | bytes | None) -> None:
        """A commit on a branch, with this content of the catalogue."""
        self.git("checkout", "-q", "-B", branch, *(["main"] if branch != "main" else []))
        if content is not None:
            self.office.catalogue.parent.mkdir(exist_ok=True)
            self.office.catalogue.write_bytes(content if isinstance(content, bytes) else content.encode())
        self.git("add", ".")
        assert self.git("commit", "-q", "--allow-empty", "-m", branch).returncode == 0

    def run(self, branch: str, *words: str) -> None:
        """A commit on a branch, made with our own command."""
        self.git("checkout", "-q", "-B", branch, "main")
        done = self.office.run(*words)
        assert done.returncode == 0, done.stderr
        self.git("add", ".")
        assert self.git("commit", "-q", "-m", branch).returncode == 0

    def merge(self, into: str, other: str, how: str = "merge") -> subprocess.CompletedProcess[str]:
        """Bring one branch into another: by `merge`, `rebase` (the other onto this one) or `cherry-pick`."""
        self.git("checkout", "-q", "-B", "work", other if how == "rebase" else into)
        return self.git(how, *(["--no-edit"] if how == "merge" else []), into if how == "rebase" else other)

    def read(self) -> str:
        """What stands in the catalogue, with its own line ends."""
        return self.office.catalogue.read_bytes().decode()
