"""What a hand does to the criteria of the scenario at work: each wish one step of undo."""

from collections.abc import Callable
from dataclasses import replace

from siteselect.language import say
from siteselect.mcda.balance import reweigh, settled, with_total_100
from siteselect.mcda.group_weights import (
    counting,
    group_of,
    group_weights,
    with_group_share,
    with_local_share,
)
from siteselect.model.criterion import Criterion
from siteselect.model.evaluation import Evaluation
from siteselect.model.scenario import Scenario
from siteselect.ui.grouping import title_of
from siteselect.ui.session import Session


class CriteriaEdits:
    """Asks the session for edits; a total of 100 and locks are kept where the scenario asks."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._held: tuple[int, str, Scenario] | None = None

    @property
    def scenario(self) -> Scenario:
        """The scenario at work, as of now."""
        return self._session.study.scenario

    def title(self, key: str) -> str:
        """Return what a person calls a criterion."""
        evaluation, criterion = self._session.evaluation, self.scenario.criterion(key)
        known = evaluation and any(
            info.key == criterion.measure for info in evaluation.matrix.infos
        )
        return title_of(evaluation, criterion) if evaluation and known else criterion.title or key

    def groups(self) -> tuple[str, ...]:
        """Return the headings of the scenario, in their order."""
        evaluation = self._session.evaluation
        if evaluation is None:
            return ()
        named = [group_of(evaluation, each) for each in self.scenario.criteria]
        return tuple(dict.fromkeys(named))

    def group(self, key: str) -> str:
        """Return the heading of a criterion."""
        evaluation = self._session.evaluation
        return group_of(evaluation, self.scenario.criterion(key)) if evaluation else ""

    def is_own(self, measure: str) -> bool:
        """Return whether a measure is one of the user's."""
        return any(each.key == measure for each in self._session.study.measures)

    # weights

    def weigh(self, key: str, weight: float, gesture: int) -> None:
        """Set one weight."""
        base = self._before(gesture)
        self._put(
            reweigh(base, key, weight, self._among()),
            say("Weight of {title}", title=self.title(key)),
            gesture,
        )

    def give_share(self, key: str, per_cent: float, gesture: int) -> None:
        """Set the weight that makes a share of the whole, the other weights left as they are."""
        if self.scenario.total_100:
            self.weigh(key, per_cent, gesture)
            return
        among = self._among()
        others = sum(
            each.weight
            for each in self.scenario.criteria
            if each.enabled and each.key != key and (among is None or each.key in among)
        )
        share = per_cent / 100.0
        if share < 1 and others > 0:
            weight = round(others * share / (1.0 - share), 4)
            self._put(
                self.scenario.with_weight(key, weight),
                say("Share of {title}", title=self.title(key)),
                gesture,
            )

    def give_local_share(self, key: str, per_cent: float, gesture: int) -> None:
        """Set a share within the group; the group's own share stays."""
        members = next((each for each in self._members().values() if key in each), frozenset())
        base = self._before(gesture)
        changed = with_local_share(base, members, key, per_cent / 100.0, self._among())
        self._put(changed, say("Share of {title} in its group", title=self.title(key)), gesture)

    def give_group_share(self, name: str, per_cent: float, gesture: int) -> None:
        """Scale the weights of a group to a share of the whole."""
        members = self._members().get(name, frozenset())
        base = self._before(gesture)
        changed = with_group_share(base, members, per_cent / 100.0, self._among())
        self._put(changed, say("Share of {name}", name=name), gesture)

    def keep_total(self, *, total_100: bool) -> None:
        """Ask for a total of 100, or no longer."""
        changed = with_total_100(self.scenario, total_100=total_100, among=self._among())
        self._put(changed, say("Total 100") if total_100 else say("Free total"))

    def lock(self, key: str, *, locked: bool) -> None:
        """Keep one share while the others are balanced, or free it."""
        title = self.title(key)
        text = say("Lock {title}", title=title) if locked else say("Unlock {title}", title=title)
        self._put(self.scenario.with_lock(key, locked=locked), text)

    # the list

    def switch(self, key: str, *, on: bool) -> None:
        """Count a criterion, or leave it out."""
        title = self.title(key)
        text = say("Count {title}", title=title) if on else say("Leave out {title}", title=title)
        self._put(self._settled(self.scenario.with_enabled(key, enabled=on)), text)

    def replace(self, criterion: Criterion, text: str, gesture: int = -1) -> None:
        """Put a criterion in place of the one with the same key."""
        self._put(self.scenario.with_criterion(criterion), text, gesture)

    def reset(self, key: str, default: Criterion) -> None:
        """Bring a criterion back to its default; its name and key stay."""
        own = self.scenario.criterion(key)
        back = replace(default, title=own.title, name=own.name, locked=own.locked)
        self._put(
            self._settled(self.scenario.with_criterion(back)),
            say("Reset {title}", title=self.title(key)),
        )

    def add(self, criterion: Criterion, title: str) -> None:
        """Add a criterion after the others of its group."""
        scenario = self.scenario.with_added(criterion)
        added = scenario.criteria[-1]
        if added.group:
            scenario = scenario.with_group(added.key, added.group)
        self._put(self._settled(scenario, added.key), say("Add {title}", title=title))

    def remove(self, key: str) -> None:
        """Take a criterion out of the scenario."""
        text = say("Remove {title}", title=self.title(key))
        self._put(self._settled(self.scenario.without(key)), text)

    def duplicate(self, key: str) -> None:
        """Judge the same measure a second time."""
        title = self.title(key)
        scenario = self.scenario.with_copy(key, say("{title} (copy)", title=title))
        place = [each.key for each in scenario.criteria].index(key) + 1
        copy = scenario.criteria[place].key
        self._put(self._settled(scenario, copy), say("Duplicate {title}", title=title))

    def rename(self, key: str, title: str) -> None:
        """Give a criterion a name of the person's own; an empty one gives the measure's back."""
        before = self.title(key)
        if title.strip() != before:
            self._put(self.scenario.with_title(key, title), say("Rename {before}", before=before))

    def move(self, key: str, by: int) -> None:
        """Move a criterion up or down among those of its group."""
        evaluation = self._session.evaluation
        if evaluation is None:
            return
        criteria = self.scenario.criteria
        group = group_of(evaluation, self.scenario.criterion(key))
        places = [at for at, each in enumerate(criteria) if group_of(evaluation, each) == group]
        at = places.index([each.key for each in criteria].index(key)) + by
        if 0 <= at < len(places):
            self._put(
                self.scenario.with_place(key, places[at]),
                say("Move {title}", title=self.title(key)),
            )

    def put_in_group(self, key: str, group: str) -> None:
        """Move a criterion under another heading."""
        if group.strip():
            text = say("Move {title} to {strip}", title=self.title(key), strip=group.strip())
            self._put(self.scenario.with_group(key, group), text)

    def rename_group(self, name: str, title: str) -> None:
        """Give a heading another name."""
        members = self._members().get(name, frozenset())
        if title.strip() and title.strip() != name:
            self._put(
                self.scenario.with_group_renamed(members, title), say("Rename {name}", name=name)
            )

    # within

    def _put(self, scenario: Scenario, text: str, gesture: int = -1) -> None:
        self._session.edit(self._session.study.with_scenario(scenario), text, gesture)

    def _before(self, gesture: int) -> Scenario:
        """Return the scenario as it was when the gesture began: ratios that a zero swallowed."""
        held = self._held
        if held is None or held[:2] != (gesture, self.scenario.name):
            self._held = held = (gesture, self.scenario.name, self.scenario)
        return held[2]

    def _ask(self, answer: Callable[[Evaluation], frozenset[str]]) -> frozenset[str] | None:
        evaluation = self._session.evaluation
        return answer(evaluation) if evaluation is not None else None

    def _among(self) -> frozenset[str] | None:
        return self._ask(counting)

    def _settled(self, scenario: Scenario, *new: str) -> Scenario:
        """Return the scenario with its total kept; criteria that were off may count now."""
        among = self._among()
        if among is None:
            return settled(scenario)
        known = self._known()
        enabled = {each.key for each in scenario.criteria if each.measure in known}
        return settled(scenario, among | enabled | set(new))

    def _known(self) -> frozenset[str]:
        """Return the measures that some site is known for."""
        return (
            self._ask(
                lambda evaluation: frozenset(
                    info.key
                    for info, column in zip(
                        evaluation.matrix.infos, evaluation.matrix.columns, strict=True
                    )
                    if column.known
                )
            )
            or frozenset()
        )

    def _members(self) -> dict[str, frozenset[str]]:
        evaluation = self._session.evaluation
        return {each.name: each.keys for each in group_weights(evaluation)} if evaluation else {}
