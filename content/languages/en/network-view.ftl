# Words inside the picture of the network

network-view-alt = Network, read from left to right: { $homes ->
    [one] one home
   *[other] { $homes } homes
}, { $organisations ->
    [one] one organisation
   *[other] { $organisations } organisations
}, { $activities ->
    [one] one activity
   *[other] { $activities } activities
} and { $partners ->
    [one] one partner
   *[other] { $partners } partners
}, joined by { $ties ->
    [one] one exchange tie
   *[other] { $ties } exchange ties
}.
network-view-empty = There is no data to draw.

network-view-column-homes = Home
network-view-column-organisations = Organisations
network-view-column-activities = Activities
network-view-column-partners = Partners

network-view-tie-title = { $kind }: { $source } and { $target }

network-view-own-activities = Its own activities
network-view-callout = { $count ->
    [one] { $count } activity
   *[other] { $count } activities
}

network-group-name = { $home } – { $country }
network-group-country = { $country } ({ $count })
network-group-ties = { $count ->
    [one] one tie
   *[other] { $count } ties
}
network-group-later = { $homes ->
    [one] One more home
   *[other] { $homes } more homes
} from later sources
network-groups-heading = Homes and their ties

network-view-labels = Everything in the network
network-view-legend = Legend of the network
network-view-legend-home = Home
network-view-legend-organisation = Organisation
network-view-legend-organisation-current = Present organisation
network-view-legend-organisation-former = Earlier organisation
network-view-legend-organisation-other = Other organisation named
network-view-legend-activity-text = Filled: activity in the text
network-view-legend-activity-caption = Outline: activity only in a caption or title
network-view-legend-venue = Place or building
network-view-legend-river = River
network-view-legend-partner = Partner
network-view-legend-inherited = Inherited the activities of those below
