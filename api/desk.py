"""What every route works with: the opening, the pools, the counters, the settings. Made once an app."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from api.counters import Counters
from api.opening import Opening
from api.pool import WorkPool
from api.updates import Updates
from assistant.assistant import Assistant
from assistant.settings import Settings
from corpus.facts import Library

__all__ = ["AssistantDep", "Desk", "DeskDep", "LibraryDep"]


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts of a running server."""

    settings: Settings
    opening: Opening
    pool: WorkPool
    updates: Updates
    counters: Counters

    def close(self) -> None:
        """Let go of threads."""
        self.opening.close()
        self.pool.close()
        self.updates.close()


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


DeskDep = Annotated[Desk, Depends(_desk)]


def _library(desk: DeskDep) -> Library:
    return desk.opening.library


def _assistant(desk: DeskDep) -> Assistant:
    return desk.opening.assistant


LibraryDep = Annotated[Library, Depends(_library)]
"""The library; 503 until it is open."""
AssistantDep = Annotated[Assistant, Depends(_assistant)]
"""The assistant; 503 until it is open."""
