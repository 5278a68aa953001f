### The figures page

figures-title = Figures
figures-intro = All ties and all activities in numbers. Choose a bar: the table shows the ties behind it, and the other charts step back.
figures-intro-still = All ties and all activities in numbers. The table names the ties behind the charts.
figures-needs-scripts = Choosing bars, and the table, need scripts. The bars are listed below each chart too, and every tie has a page of its own.
figures-on-map = Show these on the map
figures-rows = Ties: { $count }
figures-as-list = As a list
figures-chart-alt = { $title }: a bar chart. The list below says the same in words.
figures-bar = { $place }, { $series }: { $number }
figures-tie = { $source } – { $target }
figures-undated = Undated
figures-decade = { $year }s

figures-decades-title = Ties by decade and kind
figures-decades-about = By the first date that a source gives for the tie. Some of these dates come from later sources.
figures-countries-title = Ties by country and home
figures-countries-about = Where the ties lead, and from which home.
figures-themes-title = Activities by theme and home
figures-themes-about = An activity with two themes counts in both.
figures-distances-title = How far it is, in kilometres
figures-distances-about = The shortest way over the earth, from the home to the point that stands for the partner.

figures-table-title = All ties
figures-search = Search the table
figures-csv = Save as CSV (UTF-8)
figures-csv-shift-jis = Save as CSV (Shift_JIS)
figures-file = kakehashi-ties.csv
figures-column-partner = Tie
figures-column-country = Country
figures-column-kind = Kind
figures-column-home = Home
figures-column-year = First dated
figures-column-distance-km = Distance (km)
figures-column-themes = Themes
figures-column-card = Page

# Words of the table's filters
figures-grid-contains = Contains
figures-grid-not-contains = Does not contain
figures-grid-equals = Equals
figures-grid-not-equal = Does not equal
figures-grid-starts-with = Begins with
figures-grid-ends-with = Ends with
figures-grid-blank = Is empty
figures-grid-not-blank = Is not empty
figures-grid-less-than = Less than
figures-grid-less-than-or-equal = At most
figures-grid-greater-than = More than
figures-grid-greater-than-or-equal = At least
figures-grid-in-range = Between
figures-grid-in-range-start = From
figures-grid-in-range-end = To
figures-grid-and-condition = And
figures-grid-or-condition = Or
figures-grid-filter-ooo = Filter …
figures-grid-no-rows-to-show = Nothing matches.
