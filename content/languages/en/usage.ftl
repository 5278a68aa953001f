# What was looked at on the touch screen: python -m dashboard usage

commands-usage = show what was looked at on the touch screen
usage-since = the first day to count
usage-state = the folder in which the program keeps its counts
usage-output = write every count to a spreadsheet file (CSV); “-” for standard output
usage-cannot-read = The counts cannot be read: { $reason }
usage-none = Nothing has been counted yet.

usage-days = By day
usage-selections = What was looked at
usage-languages = Languages chosen
usage-total = All

usage-kind-start = Starts
usage-kind-select = Selections
usage-kind-language = Languages
usage-kind-reset = Resets

usage-column-day = Day
usage-column-kind = What
usage-column-id = Id
usage-column-name = Name
usage-column-number = Number
