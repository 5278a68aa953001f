# The words of the network: kinds of things and ties, a sentence for each tie, how a thing is known, what is counted.

kind-home = Home
kind-organisation = Organisation
kind-organisation-current = Present organisation
kind-organisation-former = Earlier organisation
kind-partner = Partner
kind-activity = Activity
kind-venue = Venue
kind-river = River
kind-country = Country

tie-kind-runs = Runs
tie-kind-with-partner = With a partner
tie-kind-part-of = Part of
tie-kind-held-at = Held at
tie-kind-inherited-by = Inherited by
tie-kind-cooperates-with = Named together
tie-kind-on-behalf-of = On behalf of
tie-kind-located-in = Located in
tie-kind-flows-through = Flows through

# A tie as a sentence. The first is for walking along it, the second (-back) for walking against it: in both, $source is
# the name of where one stands and $target that of where one arrives.

tie-sentence-runs = Among the activities of { $source } is “{ $target }”.
tie-sentence-runs-back = “{ $source }” is among the activities of { $target }.
tie-sentence-with-partner = “{ $source }” is an activity that concerns { $target }.
tie-sentence-with-partner-back = An activity that concerns { $source } is “{ $target }”.
tie-sentence-part-of = “{ $source }” is part of “{ $target }”.
tie-sentence-part-of-back = “{ $source }” includes “{ $target }”.
tie-sentence-held-at = “{ $source }” takes place at { $target }.
tie-sentence-held-at-back = { $source } is where “{ $target }” takes place.
tie-sentence-inherited-by = The activities of { $source } were inherited by { $target }.
tie-sentence-inherited-by-back = { $source } inherited the activities of { $target }.
tie-sentence-cooperates-with = { $source } is named in connection with { $target }.
tie-sentence-cooperates-with-back = { $source } is named in connection with { $target }.
tie-sentence-noted = { $sentence } ({ $note })
tie-sentence-on-behalf-of = { $source } acts on behalf of { $target }.
tie-sentence-on-behalf-of-back = On behalf of { $source } acts { $target }.
tie-sentence-located-in = { $source }: located in { $target }.
tie-sentence-located-in-back = Located in { $source }: { $target }.
tie-sentence-flows-through = { $source } flows through { $target }.
tie-sentence-flows-through-back = Through { $source } flows { $target }.

name-use-own = In its own language
name-use-today = Today
name-use-former = Formerly
name-use-as-printed = As the document prints it
name-use-short = Short
name-use-variant = Also written

network-measure-degree = Number of ties
network-measure-betweenness = How often it stands between others

count-homes = Homes
count-organisations = Exchange organisations
count-organisations-current = of these at present
count-organisations-former = of these earlier ones
count-organisations-other = Other organisations named
count-partners = Partners
count-partner-countries = Countries of the partners
count-activities = Activities
count-activities-text = of these stated in running text
count-activities-caption = of these only in captions
count-venues = Venues
count-rivers = Rivers
count-countries = Countries named beside partners
count-partner-ties = Ties with partners
count-links = Links of structure
count-sources = Sources
count-gaps = Things the sources do not say
count-nodes = Nodes of the network
count-edges = Edges of the network
network-view-no-activity = no activity stated
