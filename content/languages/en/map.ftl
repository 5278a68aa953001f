# The map: its legend, its lens, and the map in words.

map-title = Map
map-empty = There is no place to show on the map yet.
map-alt = { $ties ->
    [one] Map with one exchange tie, drawn as the shortest way round the earth.
   *[other] Map with { $ties } exchange ties, each drawn as the shortest way round the earth.
}
map-alt-home = { $ties ->
    [one] One tie leads from { $home } to { $partners }.
   *[other] { $ties } ties lead from { $home } to { $partners }.
}
# Stands between two sentences.
map-sentence-separator = {" "}
map-lens = Around the homes, enlarged

map-legend = Legend of the map
map-legend-home = Ties of { $home }
map-legend-area = Filled area: the area is the partner itself
map-legend-seat = Ring: the seat only; its area is not drawn
map-legend-outline = Dotted outline: the prefecture around a city
map-legend-undetermined = Southern Sakhalin, Kurils north of Etorofu: undetermined, as in Japanese school atlases

