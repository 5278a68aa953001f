### The frame of the page, the list, the card, and whatever else readers see

site-name = Kakehashi
# What a network is called and how it introduces itself where its tables do not say it.
site-subtitle = { $count ->
    [0] International exchange
   *[other] International exchange of { $homes }
}
site-summary = { $count ->
    [0] International exchange
   *[other] The international exchange of { $homes }
} as a map, a network and a list. Every tie has its source.
site-introduction = { $count ->
    [0] International exchange
   *[other] The international exchange of { $homes }
} as one network. Every line has its source.
homes-separator = {" and "}
skip-to-content = Skip to the content
languages-label = Languages
back-to-explorer = Back to map and network
toggle-theme = Dark appearance

search-label = Search
search-placeholder = A country, group or activity
search-clear = Clear the search
search-words = “{ $words }”
search-suggestions = Try one of these:
search-line = { $what }: { $text }
search-sort-name = Also called
search-sort-word = Search word
search-sort-place = Place
search-sort-country = Country
search-sort-tie = Kind of tie
search-sort-theme = Theme
filters-label = Filters
filters-clear = Show all
filters-set = What is set
filters-remove = Remove the filters
filter-remove = Remove: { $name }
filters-tab = Filters
filter-home = Home
filter-more-homes = More homes
filter-tie = Kind of tie
filter-theme = Theme of activity
filter-later = Include later facts
filter-later-off = Without later facts
filter-documented = Hide ties found elsewhere
share = Share
plain-share = Every name leads to a page of its own. To share one, copy its address.
plain-link = Link to this page
share-copied = The link to this page has been copied.
share-failed = It could not be copied. The link:

tabs-label = Views
list-tab = List
map-tab = Map
network-tab = Network

list-heading = List
list-hint = Enter: to its card
list-count = { $count } of { $total }
list-coming = Searching…
list-empty = Nothing fits these filters. Try removing one.
list-empty-search = Nothing was found for “{ $words }”.
list-empty-beyond = The filters leave out all { $count } entries for “{ $words }”.
list-themes = { $themes }
list-separator = {", "}
list-more = { $names } and { $count } more
list-more-separator = {", "}
list-tie = { $kind }
group-partners = Partners
group-homes = Homes
group-organisations-current = Present organisation
group-organisations-former = Earlier organisations
group-organisations-other = Other organisations named
group-activities = Activities
group-venues = Venues
group-rivers = Rivers
group-countries = Countries

map-heading = Map
network-heading = Network
legend-heading = Legend
zoom-label = Size and position of the map
zoom-in = Zoom in
zoom-out = Zoom out
zoom-reset = Back to the first view
move-up = Move up
move-left = Move left
move-right = Move right
move-down = Move down

card-heading = Selected
callout-close = Close this box
card-close = Clear the selection
card-raise = Card over the whole view
card-out = The filters leave this out of the list and the pictures.
card-note-mark = { $numbers }
card-sources-heading = Where this is written
card-ties-heading = Ties
card-no-ties = No document names a partner for this group.
card-tie-no-activity = No document names an activity for this tie.
card-ends-heading = What it joins
card-dates-heading = Dates
card-contact-heading = Get in touch
card-contact-doubt = No document confirms that this still goes on. Ask:
card-names-heading = About the name
card-place-heading = On the map
card-place-area = Shown as the area itself. The point is { $seat }.
card-place-seat = Shown as a point: { $seat }. It says nothing about size.
card-country = Everything about { $country }
card-gaps-heading = What the sources do not say
card-path-from = Find the way from here to something else
card-evidence-caption = Known only from the caption of a picture or the title of a file.
card-name-origin-ours = The Japanese name is our translation; the document prints none.

card-links-runs-out = Activities
card-links-runs-in = Run by
card-links-with-partner-out = With
card-links-with-partner-in = Activities together
card-links-part-of-out = Part of
card-links-part-of-in = Includes
card-links-held-at-out = Venue
card-links-held-at-in = Held here
card-links-inherited-by-out = Activities inherited by
card-links-inherited-by-in = Inherited the activities of
card-links-cooperates-with-out = Named in connection with
card-links-cooperates-with-in = Named in connection with this
card-links-on-behalf-of-out = On behalf of
card-links-on-behalf-of-in = Acting on its behalf
card-links-located-in-out = Where it is
card-links-located-in-in = Located here
card-links-flows-through-out = Flows through
card-links-flows-through-in = Rivers

# Words about a place in a source. Headings are printed as they stand there.
locator-alt-text = alt text
locator-alternate-names = alternate names
locator-article = article
locator-aside = {" "}({ $words })
locator-attachment-title = title of a file
locator-body = body
locator-caption = caption
locator-heading = heading
locator-introduction = introduction
locator-opening = opening
locator-row = row
locator-rows = rows
locator-site-name = name of the site
locator-title = title
locator-update-line = line with the date of update
locator-whole-page = whole page

later-tag = later source
source-undated = undated

contact-address = Address
contact-phone = Telephone
contact-fax = Fax
contact-hours = Hours
contact-closed = Closed
contact-languages = Languages
contact-other-languages = Other languages

# Hours: what the page says of today, and the words in which tables state closing days
opening-open = By the stated hours: open now, until { $to }.
opening-later = By the stated hours: opens today at { $from }, until { $to }.
opening-over = By the stated hours: closed for today since { $to }.
opening-closed = By the stated days: closed today.
opening-weekday = { $day }s
opening-holidays = national holidays
opening-to = {" to "}
opening-separator = {", "}

# The page of one thing

card-page-trail = Where this belongs
card-page-map = Map of its ties
card-page-explore = See it on the map and in the network
card-page-neighbours = Others of this kind
card-page-prev = Previous
card-page-next = Next

welcome-kicker = Welcome
welcome-title = From here to the world, and back
welcome-text = { $count ->
    [0] Nothing stands in the tables yet.
    [one] { $homes } has ties with
   *[other] { $homes } have ties with
}{ $count ->
    [0] {""}
   *[other] {" "}{ $partners ->
        [one] one partner
       *[other] { $partners } partners
    } in { $countries ->
        [one] one country
       *[other] { $countries } countries
    }. { $activities ->
        [0] Each is shown here with its source.
        [one] They and one activity are shown here, each with its source.
       *[other] They and { $activities } activities are shown here, each with its source.
    }
}
ways-further = Ties found elsewhere ({ $count })
welcome-countries = Countries of the partners
welcome-how = Choose anything in the list, on the map or in the network; the details appear here.

path-heading = Why are these two connected?
path-how = Choose two things to read the shortest way between them.
path-from = From
path-to = To
path-choose = Choose
path-none = { $source } and { $target } are not connected in this data.
path-same = These are one and the same.

compare-heading = { $homes } compared
compare-how = Each mark is an activity; an activity may have several themes. A tap names them, each with its source.
compare-theme = Theme
compare-separator = {", "}

timeline-heading = Timeline
timeline-how = Only what a source dates, oldest first. A later source is a page consulted after { $documents ->
    [2] the two documents
    [one] the document
   *[other] the documents
} on which everything rests.

notice-unknown = Part of the link was not understood and has been left out.
announce-selected = Selected: { $name }, { $kind }. Ties: { $count }.
announce-selected-alone = Selected: { $name }, { $kind }.
announce-cleared = Selection cleared.
announce-list = { $count } of { $total } shown

footer-about-heading = About { $name }
footer-contact = Contact: { $contact }
footer-licence = Terms of use: { $licence }
footer-pages-heading = Read more
footer-present = Watch the slideshow
downloads-heading = Download the data
download-network-json = Network (JSON)
download-graphml = Network (GraphML, for Gephi)
download-places = Places (GeoJSON, for map programs)
download-tables = Tables (CSV, for spreadsheets)

lost-title = There is no such page
lost-intro = The address may be mistyped, or the page has moved. From here you can go on to:
countries-title = Country by country
countries-intro = Who is where, by what ties, what is done with them, and where it is written.
countries-there = Who and what is there
countries-groups = Groups here
countries-no-activity = No document names an activity with them.
reading-contents = On this page
gaps-title = What the sources do not say
gaps-intro = What the sources leave out or say in two ways, shown as it is and left open.
gaps-none = Nothing of the kind has been written down yet.
sources-title = Sources
sources-intro = Every fact in this data is written in one of these places. The numbered marks on a card lead to the place; “¶” is the number of a paragraph.
sources-documents = { $documents ->
    [2] The two documents
    [one] The document
   *[other] The documents
} on which everything rests
sources-later = Pages consulted later
sources-later-intro = Dates of agreements, today’s names and the like come from other pages. Switch “Include later facts” off and all of them are hidden.

accessibility-title = Accessibility
accessibility-intro = Made to be used by everybody; the aim is WCAG 2.2 AA and JIS X 8341-3:2016.
accessibility-keyboard-heading = Keyboard
accessibility-keyboard = The list is the quickest way. Tab moves on, Enter selects, Enter again leads to the card, Escape leads back, closes the box over the network, then clears. Map and network are one stop of the Tab key each; the arrow keys move inside them.
accessibility-screen-reader-heading = Screen readers
accessibility-screen-reader = Everything on the map and in the network can be read in the list and on the card. A selection announces its name, its kind and the number of its ties.
accessibility-seeing-heading = Seeing
accessibility-seeing = Text can be enlarged to 200 %. There is a light and a dark appearance, and kinds differ by shape and word, not by colour alone.
accessibility-motion-heading = Motion
accessibility-motion = When your system asks for less motion, lines and views do not move.
accessibility-touch-heading = Touch
accessibility-touch = Everything works with light taps of one finger; pinching and dragging are never needed.
accessibility-limits-heading = What falls short
accessibility-limits = Coastlines and the shapes of countries cannot be conveyed by a screen reader; places are told by country instead.

map-disclaimer = Boundaries are simplified and follow the practice of Japanese school atlases; they state no position of this project. Map data: Natural Earth; courses of rivers: GSHHG (LGPL); some points: GeoNames (CC BY 4.0).

# Names of ties, and what each kind means

tie-name = { $source } – { $target }
