# The program without the web: python -m dashboard

commands-about = The same program without the web: tables checked, counted, and written to files.
commands-new = begin tables of your own, with nothing in them
commands-new-where = the folder to make, or the workbook (*.xlsx)
commands-new-exists = { $file } is there already and stays as it is
commands-new-made = { $file }: { $count } tables with { $rows ->
    [0] nothing in them
   *[other] { $rows } rows
 } but the kinds of tie
commands-validate = check the tables; every problem with its place and how to mend it
commands-validate-folder = the folder of the tables
commands-mark = write the problems into the workbook, at their cells
commands-mark-what = only a workbook (*.xlsx) can be marked: { $file }
commands-workbook = write the tables as a workbook
commands-workbook-file = the workbook to write (*.xlsx)
commands-info = count what the tables hold
commands-export = write the data to a file
commands-export-kind = what to write: { $kinds }
commands-language = the language of the answer
commands-tables = the folder of the tables
commands-output = the file to write; “-” for standard output
commands-wrote = { $file }: { $bytes } bytes
commands-cannot-write = { $file } cannot be written: { $reason }
commands-bad-settings = The settings in the environment cannot be used: { $reason }

# Questions of new --ask

commands-new-ask = ask for a home, its partners and where they are written, one question at a time
new-ask-network = What is the network called? (Nothing: it is named after the home)
new-ask-home-ja = Your prefecture, city or town, in Japanese (nothing, if it has no such name):
new-ask-home-en = The same in English:
new-ask-home-country = In which country is it?
new-ask-partner-ja = A partner, in Japanese:
new-ask-partner-en = The same in English (nothing for both: no more partners):
new-ask-country = In which country?
new-ask-kind = What kind of tie does the document call it? The number; nothing, if it does not say:
new-ask-date = Since when? (1962-12-18, 1962-12, 1962; nothing, if it does not say)
new-ask-title = In which document or on which page is this written? Its title:
new-ask-maker = Who made it? (Nothing, if not known)
new-ask-url = Its address on the web (nothing, if it has none):
new-ask-place = Where in it? The heading or the page:
new-ask-again = That is not understood. Please once more.
new-ask-ended = The answers ended too early. Nothing was written.

# Lists of ties that are taken into tables: python -m dashboard import
commands-import = take in a list of ties: home, partner, country, date, kind
commands-import-list = the list: *.csv, *.tsv, or a sheet of *.xlsx
commands-import-into = the folder of tables or the workbook (*.xlsx) that takes it; begun where it is not there yet
commands-import-home = the one home of a list that names none; once a language
commands-import-home-country = the country of the homes, where the list does not say it: a name or a code such as JP
commands-import-kind = the kind of the ties of which the list does not say it: { $kinds }

lists-no-file = { $file } is not there
lists-unreadable = { $file } cannot be read as a list: neither as a workbook nor as a text in UTF-8, UTF-16 or Shift_JIS
lists-no-partner = { $file }: no column is headed as one of partners, such as “partner”, “sister city”, “city2”. Its first row: { $headings }
lists-no-home = { $file } has no column of homes. Say whose list it is: --home NAME
lists-no-home-country = { $file } does not say in which country the homes are. Say it: --home-country JP
lists-no-country = { $country } is no country
lists-no-kind = { $kind } is no kind of tie; those of the tables are { $kinds }
lists-columns = { $file }: { $count ->
    [one] 1 row
   *[other] { $count } rows
 }, columns not used: { $unread }
lists-no-columns-unread = none
lists-took = ties: { $ties } new, { $known } there already; homes: { $homes } new; partners: { $partners } new; dates: { $dates }
lists-placed = places: { $list } from the list, { $geonames } from GeoNames
lists-wrote = { $file } is in order
lists-nothing = nothing new; { $file } stays as it is
lists-left-open = Left open:
lists-noted = What is open stands among the gaps of the tables.
lists-left-open-line = { $title }: { $count }
lists-ask = Where is { $name }? Several towns have this name:
lists-ask-town = { $number }) { $name } { $region }  { $lat }, { $lon }  https://www.geonames.org/{ $id }
lists-ask-number = The number; nothing to leave it open:

# Editions: what the operator is told.
editions-fault = { $address } could not be made: { $reason }. What was there before stays.

# The whole program as files: python -m dashboard publish
commands-publish = write the whole program as files, for any web server or a USB stick
publish-folder = the folder of the copy; it is made where there is none
publish-address = where the public finds the copy, such as https://www.example.org/exchange/
publish-check = write nothing, but look through the copy that is there
publish-done = { $folder }: { $files } files, { $written } written, { $removed } removed
publish-fine = The copy is in order: { $count } files.
publish-faults = { $count ->
    [one] One fault.
   *[other] { $count } faults.
 }
publish-foreign = { $file } is there and was not written by this command. Choose another folder, or move the file away.
publish-damaged-list = The list of what was published in { $folder } (published.json) is damaged. Publish into another folder, or remove what was published there first.
publish-bad-address = { $address } is no address such as https://www.example.org/exchange/
publish-fault-no-list = { $file } is missing or damaged: this folder is no published copy
publish-fault-missing = { $file } is missing
publish-fault-changed = { $file } is not as it was written
publish-fault-broken = { $file }: { $what } leads nowhere
publish-fault-rooted = { $file }: { $what } holds only at the root of a host
publish-fault-outside = { $file } would load { $what } from elsewhere
publish-fault-language = { $file } is missing in the language { $what }
