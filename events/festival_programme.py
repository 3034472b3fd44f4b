"""The programme of a festival as a table: hours down, places across. Hours and places are the source's, words the page's."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from directory.cards import card
from directory.models import Listing


@dataclass
class Talk:
    """``language``: of its words where they are not yet translated; ``rows``: how many lines of the table it lasts."""

    starts: datetime.time
    ends: datetime.time | None
    title: str
    who: str = ""
    about: str = ""
    where: str = ""
    language: str = ""
    rows: int = 1


@dataclass
class Stage:
    """A place of the festival; ``url`` leads to its page where readers may see one."""

    name: str
    url: str = ""
    language: str = ""


@dataclass
class Cell:
    stage: Stage
    talks: list[Talk] = field(default_factory=list)
    rows: int = 1


@dataclass
class Line:
    """``together``: what everybody does then; else a cell for each place where something begins or nothing happens."""

    starts: datetime.time
    together: Talk | None = None
    cells: list[Cell] = field(default_factory=list)


@dataclass
class Programme:
    stages: list[Stage]
    lines: list[Line]

    @property
    def talks(self) -> int:
        return sum(len(cell.talks) for line in self.lines for cell in line.cells)

    @property
    def width(self) -> int:
        """Columns beside the hours."""
        return max(1, len(self.stages))


def programme_of(page, language: str) -> Programme:
    """Of the festival's page in any language; one query, for the pages of its places."""
    facts = page.source
    words = {block.id: block for block in page.programme}
    together = [
        _talk(block.value, words.get(block.id), page, facts)
        for block in facts.programme
        if block.block_type == "together"
    ]
    columns = [block for block in facts.programme if block.block_type == "stage"]
    urls = _urls([block.value["thing"] for block in columns], language)
    stages, talks = [], []
    for block in columns:
        said = words.get(block.id)
        thing = block.value["thing"]
        name = said.value["name"] if said else block.value["name"]
        url = urls.get(thing.translation_key, "") if thing else ""
        stages.append(Stage(name, url, "" if said else facts.language))
        talks.append(sorted(_talks(block, said, page, facts), key=lambda talk: talk.starts))
    return Programme(stages, list(_lines(stages, talks, together)))


def _urls(things: Iterable, language: str) -> dict:
    """Only of what readers may see."""
    keys = {thing.translation_key for thing in things if thing is not None}
    rows = Listing.objects.for_readers_of(language).published().filter(thing__in=keys).for_cards() if keys else []
    return {row.thing: card(row, language).url for row in rows}


def _talks(block, said, page, facts) -> Iterator[Talk]:
    words = {child.id: child for child in said.value["talks"].bound_blocks} if said else {}
    for child in block.value["talks"].bound_blocks:
        yield _talk(child.value, words.get(child.id), page, facts)


def _talk(value, said, page, facts) -> Talk:
    words = said.value if said else value
    return Talk(
        value["starts"],
        value["ends"],
        words["title"],
        who=words.get("who") or "",
        about=words.get("about") or "",
        where=words.get("where") or "",
        language="" if said or page.language == facts.language else facts.language,
    )


def _lines(stages: list[Stage], talks: list[list[Talk]], together: list[Talk]) -> Iterator[Line]:
    """A line for each hour at which something begins. A talk lasts over the lines that begin before it ends, but never
    past one for everybody."""
    lines = [Line(talk.starts, together=talk) for talk in together]
    lines += [Line(starts) for starts in {talk.starts for column in talks for talk in column}]
    lines.sort(key=lambda line: (line.starts, line.together is None))
    taken_until = [0] * len(stages)
    for number, line in enumerate(lines):
        if line.together is None:
            for place, column in enumerate(talks):
                if number < taken_until[place]:
                    continue
                here = [talk for talk in column if talk.starts == line.starts]
                rows = _rows(lines, number, here, column)
                taken_until[place] = number + rows
                line.cells.append(Cell(stages[place], here, rows))
        yield line


def _rows(lines: list[Line], number: int, here: list[Talk], column: list[Talk]) -> int:
    ends = max((talk.ends for talk in here if talk.ends), default=None)
    following = {talk.starts for talk in column}
    rows = 1
    for line in lines[number + 1 :]:
        if ends is None or line.together is not None or line.starts >= ends or line.starts in following:
            break
        rows += 1
    return rows
