"""The network of a stop with no more words than it needs: names and legend of what is lit."""

from __future__ import annotations

from dashboard.figures.network.records import LegendEntry, NetworkView
from dashboard.model import EntityKind
from dashboard.stories.focus import Focus
from dashboard.stories.network_scenes import draw_callout_near, groups_handed_on
from dashboard.stories.scenes import lit_names


def name_lit(view: NetworkView, focus: Focus) -> NetworkView:
    """The network with the names of what is lit and of the homes, and the callout of what is selected."""
    lit = lit_names(focus, [node.id for node in view.nodes])
    homes = {node.id for node in view.nodes if node.kind == EntityKind.HOME}
    ties = lit_names(focus, [label.id for label in view.tie_labels])
    return view.model_copy(
        update={
            "nodes": tuple(node for node in view.nodes if node.id in lit | homes),
            "tie_labels": tuple(label for label in view.tie_labels if label.id in ties),
            "callouts": tuple(each for each in draw_callout_near(view, focus).callouts if each.owner == focus.selected),
            "rail_labels": view.rail_labels if is_whole(focus) else (),
        }
    )


def number_groups(view: NetworkView, focus: Focus) -> NetworkView:
    """The network with a number before the name of each group that has handed on its work."""
    numbers = {key: f"{number} " for number, key in enumerate(groups_handed_on(view, focus), start=1)}
    nodes = (
        node.model_copy(update={"name": numbers[node.id] + node.name, "words": (numbers[node.id], *node.words)})
        if node.id in numbers
        else node
        for node in view.nodes
    )
    return view.model_copy(update={"nodes": tuple(nodes)})


def is_whole(focus: Focus) -> bool:
    """Whether a stop neither selects nor filters."""
    return not focus.selected and not focus.out


def explain_network(view: NetworkView, focus: Focus) -> tuple[LegendEntry, ...]:
    """The lines of the network's legend that explain what is lit."""
    names = lit_names(focus, [node.id for node in view.nodes])
    lit = [node for node in view.nodes if node.id in names]
    shapes = {(node.shape, node.standing) for node in lit}
    themes = {node.accent for node in lit}
    ties = lit_names(focus, [edge.id for edge in view.edges])
    kinds = {edge.kind for edge in view.edges if edge.id in ties}
    has_bracket = any(edge.role == "bracket" for edge in view.edges if edge.id in ties)
    return tuple(
        entry
        for entry in view.legend
        if (entry.mark == "shape" and (entry.id, entry.standing) in shapes)
        or (entry.mark == "tie" and entry.id in kinds)
        or (entry.mark == "bracket" and has_bracket and focus.selected)
        or (entry.mark == "accent" and entry.id in themes)
    )
