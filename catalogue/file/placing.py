"""This file is how entries get into a mapping that is there, whatever it is written like: lines, braces, nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

from catalogue.errors import Unreadable
from catalogue.file.form import Form, braced, lines_of, pairs_of
from catalogue.file.margins import after, before, begins_its_line, blanked, lines_at, stands_apart, swapped, trimmed_end
from catalogue.file.splice import Splice
from catalogue.file.tree import Mapping, Node, Scalar, end_of, is_null
from catalogue.file.written import Written


@dataclass(frozen=True, slots=True)
class Slot:
    """A key with its value. `flow` says that it stands between braces; `steps` indent the levels below the key."""

    key: Scalar
    value: Node
    flow: bool
    steps: tuple[int, ...]

    def entries(self) -> dict[str, Slot]:
        """What stands in its value, by key; nothing where that is no mapping."""
        if self.value.id != "mapping":
            return {}
        flow = self.flow or self.value.flow_style
        return {key.value: Slot(key, value, flow, self.steps[1:]) for key, value in self.value.value}


@dataclass(frozen=True, slots=True)
class Placing:
    """Collects the splices of one change."""

    written: Written
    splices: list[Splice] = field(default_factory=list)

    def put(self, slot: Slot, value: str) -> None:
        """Write a single value, or nothing (an empty one), in the place of what stands there."""
        if not value:
            self._take_away(slot)
            return
        start, end = slot.value.start_mark.index, trimmed_end(self.written, slot.value)
        if slot.flow:
            value = braced(value)
        if start == end:
            value = f" {value}"
        elif slot.value.id != "scalar" and not slot.value.flow_style:
            value = f"  {value}"  # a list's dashes may stand as far left as its key, a value may not
        self.splices.extend(swapped(self.written, slot.value, start, value))

    def values(
        self, there: dict[str, Slot], have: dict[str, Form], want: dict[str, Form], order: tuple[str, ...]
    ) -> dict[str, Form]:
        """Put single values where they have a key already; give back those that have none."""
        missing: dict[str, Form] = {}
        for name in order:
            value = want.get(name, "")
            if value == have.get(name, ""):
                continue
            if name in there:
                self.put(there[name], str(value))
            else:
                missing[name] = value
        return missing

    def add(self, slot: Slot, form: dict[str, Form], order: tuple[str, ...] | None = None) -> None:
        """Add entries to a slot's mapping, each after those that precede it in `order`, or all after the last one."""
        value = slot.value
        if not form:
            return
        if value.id != "mapping" or (not value.value and self._is_bare(value)):
            self._open(slot, form)
        elif slot.flow or value.flow_style:
            self._add_pairs(value, form, order)
        else:
            self._add_lines(slot, value, form, order)

    def _open(self, slot: Slot, form: dict[str, Form]) -> None:
        """Give a slot its first entries; what stands there as a single value goes."""
        if slot.flow:
            self.put(slot, braced(form))
            return
        self._refuse_unless_own_line(slot.key)
        self._take_away(slot)
        column = slot.key.start_mark.column
        lines = lines_of(form, column + slot.steps[0], slot.steps[1:])
        self.splices.append(lines_at(self.written, after(self.written, slot.value, column), lines))

    def _add_pairs(self, mapping: Mapping, form: dict[str, Form], order: tuple[str, ...] | None) -> None:
        if not mapping.value:
            place = mapping.start_mark.index + 1
            self._add(place, place, ", ".join(pairs_of(form)))
        for name, value in form.items() if mapping.value else ():
            pair = ", ".join(pairs_of({name: value}))
            above = _above(mapping, name, order)
            if above is not None:
                place = end_of(above)
                self._add(place, place, f", {pair}")
            else:
                place = mapping.value[0][0].start_mark.index
                self._add(place, place, f"{pair}, ")

    def _add_lines(self, slot: Slot, mapping: Mapping, form: dict[str, Form], order: tuple[str, ...] | None) -> None:
        column = mapping.value[0][0].start_mark.column
        for name, value in form.items():
            self.insert(mapping, name, lines_of({name: value}, column, slot.steps[1:]), order)

    def insert(self, mapping: Mapping, name: str, lines: list[str], order: tuple[str, ...] | None = None) -> None:
        """Put the lines of one entry into a mapping that is made of lines: after those that precede it in `order`."""
        first = mapping.value[0][0]
        self._refuse_unless_own_line(first)
        apart = [""] if order is None and stands_apart(self.written, mapping) else []
        above = _above(mapping, name, order)
        column = first.start_mark.column
        place = before(self.written, first) if above is None else after(self.written, above, column)
        self.splices.append(lines_at(self.written, place, apart + lines))

    def _take_away(self, slot: Slot) -> None:
        if slot.flow:
            self.put(slot, "null")
        elif not is_null(slot.value) or slot.value.value:
            self.splices.extend(blanked(self.written, slot.value))

    def _is_bare(self, mapping: Mapping) -> bool:
        """Whether nothing stands between two braces, not even a comment."""
        return not self.written.text[mapping.start_mark.index + 1 : end_of(mapping) - 1].strip()

    def _refuse_unless_own_line(self, key: Scalar) -> None:
        if not begins_its_line(self.written, key):
            raise self._by_hand(key)

    def _by_hand(self, key: Scalar) -> Unreadable:
        sentence = (
            f"the key “{key.value}” is not the first thing in its line, so nothing can be added here; do it by hand"
        )
        return self.written.trouble(key.start_mark.index, sentence)

    def _add(self, start: int, end: int, text: str) -> None:
        self.splices.append(Splice(start, end, text))


def _above(mapping: Mapping, name: str, order: tuple[str, ...] | None) -> Node | None:
    """The value of the entry below which a new one belongs; none where it belongs above them all."""
    if order is None:
        return mapping.value[-1][1]
    rank = order.index(name)
    ranked = [(order.index(key.value), value) for key, value in mapping.value]
    lower = [(place, value) for place, value in ranked if place < rank]
    return max(lower, key=lambda pair: pair[0])[1] if lower else None
