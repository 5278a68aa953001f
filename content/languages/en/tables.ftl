# What the check of the tables says: where, what is wrong, what was expected, how to mend it.

tables-list-separator = {", "}
tables-place-file = { $file }
tables-place-header = { $file }, first row, column { $column }
tables-place-row = { $file }, row { $row }
tables-place-cell = { $file }, row { $row }, column { $column } ({ $heading })
tables-place-in-workbook = { $file }, cell { $cell } ({ $heading })
tables-problem-line = { $where }: { $what }. Expected: { $expected } To mend it: { $repair }
tables-problem-line-typed = { $where }: { $what }. Typed: { $value }. Expected: { $expected } To mend it: { $repair }

# Folder and files

tables-problem-missing-folder-what = there is no such folder
tables-problem-missing-folder-expected = A folder that holds the tables.
tables-problem-missing-folder-repair = Check the name of the folder and where it lies.

tables-problem-missing-file-what = the table is missing
tables-problem-missing-file-expected = A file named { $file }, in the folder of the tables.
tables-problem-missing-file-repair = Put the file back. If there is nothing to enter yet, save it with its header row only.

tables-problem-unknown-file-what = not one of the tables
tables-problem-unknown-file-expected = One of these files: { $choices }.
tables-problem-unknown-file-repair = { $suggestion ->
    [none] Move the file to another folder.
   *[other] Name it { $suggestion }, or move it to another folder.
}

tables-problem-unreadable-file-what = the file cannot be opened
tables-problem-unreadable-file-expected = A file that this program may read.
tables-problem-unreadable-file-repair = Close it in other programs, and check that it is a file and that you may read it.

tables-problem-wrong-encoding-what = the characters cannot be read, from byte { $position } in line { $line } on
tables-problem-wrong-encoding-expected = UTF-8, UTF-16 with a byte-order mark, or Shift_JIS.
tables-problem-wrong-encoding-repair = Open the table in the spreadsheet and save it as “CSV UTF-8”.

# First row

tables-problem-empty-file-what = the file is empty
tables-problem-empty-file-expected = A first row with the names of the columns.
tables-problem-empty-file-repair = Copy the first row from an earlier version of the table.

tables-problem-missing-column-what = the column is missing
tables-problem-missing-column-expected = These columns: { $choices }.
tables-problem-missing-column-repair = Add a column named { $column } to the first row and fill it.

tables-problem-unknown-column-what = a column that the table does not have
tables-problem-unknown-column-expected = These columns: { $choices }.
tables-problem-unknown-column-repair = { $suggestion ->
    [none] Remove the column.
   *[other] Name it { $suggestion }, or remove it.
}

tables-problem-duplicate-column-what = the column stands there twice
tables-problem-duplicate-column-expected = Each column once.
tables-problem-duplicate-column-repair = Keep one of the columns named { $column } and remove the other.

# Rows

tables-problem-broken-quotes-what = the row cannot be taken apart, because a quotation mark is open or in the wrong place
tables-problem-broken-quotes-expected = Quotation marks around a whole cell, and doubled inside it: "like ""this""".
tables-problem-broken-quotes-repair = Save the table from a spreadsheet, which sets quotation marks itself, or correct this row and the row before it.

tables-problem-too-many-cells-what = { $count } cells where the first row has { $width }
tables-problem-too-many-cells-expected = At most { $width } cells.
tables-problem-too-many-cells-repair = A text with a comma needs quotation marks around it. Remove cells to the right of the last column.

tables-problem-duplicate-what = the same entry stands in { $first_file }, row { $first_row }
tables-problem-duplicate-expected = An entry that occurs once.
tables-problem-duplicate-repair = Give one of the two another entry, or remove a row.

# Cells

tables-problem-invisible-character-what = an invisible character, { $character }, as character { $position }
tables-problem-invisible-character-expected = Characters that can be seen.
tables-problem-invisible-character-repair = Delete it, or type the cell anew instead of pasting it.

tables-problem-lost-characters-what = the characters were lost when the table was saved
tables-problem-lost-characters-expected = The text itself, not question marks in its place.
tables-problem-lost-characters-repair = Take the text from an earlier version of the table, and save as “CSV UTF-8”.

tables-problem-missing-value-what = the cell is blank
tables-problem-missing-value-expected = A value for “{ $heading }”.
tables-problem-missing-value-repair = Fill the cell, or remove the whole row.

tables-problem-missing-translation-what = the translation is missing
tables-problem-missing-translation-expected = “{ $heading }” in every language. So far there is: { $present }
tables-problem-missing-translation-repair = Write the text in this language into column { $column }.

tables-problem-missing-source-what = the source is missing
tables-problem-missing-source-expected = The key of a source in sources.csv.
tables-problem-missing-source-repair = Enter where the fact is written. A fact without a source cannot be shown.

tables-problem-not-a-slug-what = not an id
tables-problem-not-a-slug-expected = Lower-case letters a to z, digits, and single hyphens between them, such as nanohana-plaza.
tables-problem-not-a-slug-repair = { $suggestion ->
    [none] Choose an id of plain letters.
   *[other] Perhaps: { $suggestion }. Change it in every table that names it.
}

tables-problem-not-a-key-what = not a key
tables-problem-not-a-key-expected = Letters, digits, and single hyphens between them, such as city-page.
tables-problem-not-a-key-repair = { $suggestion ->
    [none] Choose a key of plain letters.
   *[other] Perhaps: { $suggestion }. Change it in every table that names it.
}

tables-problem-not-a-word-what = not a word
tables-problem-not-a-word-expected = Lower-case letters a to z, digits, and single underscores between them, such as sister_city.
tables-problem-not-a-word-repair = { $suggestion ->
    [none] Choose a word of plain letters.
   *[other] Perhaps: { $suggestion }. Change it in every table that names it.
}

tables-problem-not-a-choice-what = not one of the words for this column
tables-problem-not-a-choice-expected = One of: { $choices }.
tables-problem-not-a-choice-repair = { $suggestion ->
    [none] Choose one of these words.
   *[other] Perhaps: { $suggestion }.
}

tables-problem-not-a-date-what = not a date
tables-problem-not-a-date-expected = { $also ->
    [none] 2018-04-01, 2018-04 or 2018, as precise as the source is.
   *[other] 2018-04-01, 2018-04 or 2018, as precise as the source is, or the word { $also }.
}
tables-problem-not-a-date-repair = { $suggestion ->
    [none] Write year, month and day with hyphens, and format the cell as text.
   *[other] Perhaps: { $suggestion }. Format the cell as text, so that the spreadsheet leaves it alone.
}

tables-problem-not-a-period-what = neither a date nor a span of dates
tables-problem-not-a-period-expected = 2011-11-19, 2013-11 or 1987; --06-28 for a day without a year; 1995/2004 for a span that runs forward, with a year at both ends or at neither.
tables-problem-not-a-period-repair = { $suggestion ->
    [none] Write year, month and day with hyphens, and format the cell as text.
   *[other] Perhaps: { $suggestion }. Format the cell as text, so that the spreadsheet leaves it alone.
}

tables-problem-not-a-number-what = not a number of degrees
tables-problem-not-a-number-expected = Degrees with a decimal point, such as 141.126389.
tables-problem-not-a-number-repair = { $suggestion ->
    [none] Turn minutes and seconds into decimals, and leave out signs such as ° and N.
   *[other] Perhaps: { $suggestion }.
}

tables-problem-not-an-address-what = not an address
tables-problem-not-an-address-expected = An address that begins with http:// or https:// and has no blanks.
tables-problem-not-an-address-repair = Copy the address from the browser's address bar.

tables-problem-not-a-language-what = not a language
tables-problem-not-a-language-expected = A language code, such as ja, en, zh-Hant or ko.
tables-problem-not-a-language-repair = Look the code up: Japanese is ja, not jp; Korean is ko, not kr; Chinese is zh, not cn.

tables-problem-not-a-country-what = not a country code
tables-problem-not-a-country-expected = Two capital letters of ISO 3166-1, such as JP or KR.
tables-problem-not-a-country-repair = { $suggestion ->
    [none] Look the code up: Japan is JP, Korea is KR, Austria is AT.
   *[other] Perhaps: { $suggestion }.
}

tables-problem-empty-entry-what = a list with an empty entry
tables-problem-empty-entry-expected = Entries with one semicolon between them, such as language;culture.
tables-problem-empty-entry-repair = Remove the semicolon at the beginning or end, or the second of two.

tables-problem-repeated-entry-what = { $entry } stands in the list twice
tables-problem-repeated-entry-expected = Each entry once.
tables-problem-repeated-entry-repair = Remove one of the two.

tables-problem-out-of-range-what = a point that is not on the globe
tables-problem-out-of-range-expected = Longitude from -180 to 180 and latitude from -90 to 90.
tables-problem-out-of-range-repair = Check the decimal point: longitude { $lon }, latitude { $lat }.

# Across cells and tables

tables-problem-swapped-coordinates-what = longitude and latitude seem to be swapped
tables-problem-swapped-coordinates-expected = Longitude first, then latitude; for Japan about 140 and 36.
tables-problem-swapped-coordinates-repair = Enter longitude { $lat } and latitude { $lon }.

tables-problem-zero-coordinates-what = longitude and latitude are both 0, a point in the sea off Africa
tables-problem-zero-coordinates-expected = The point where the place is.
tables-problem-zero-coordinates-repair = Look the coordinates up. If they are not known, remove the row.

tables-problem-outside-country-what = the point lies outside the country { $country }
tables-problem-outside-country-expected = A point in the country that the entity's own table names.
tables-problem-outside-country-repair = Check the minus sign and the digits: longitude { $lon }, latitude { $lat }. South and west are negative.

tables-problem-unequal-lists-what = { $sources } sources, but { $locators } locators
tables-problem-unequal-lists-expected = One locator a source, in the same order.
tables-problem-unequal-lists-repair = Add what is missing, with semicolons between.

tables-problem-unknown-source-what = no source has the key { $entry }
tables-problem-unknown-source-expected = A key that stands in { $choices }.
tables-problem-unknown-source-repair = { $suggestion ->
    [none] Enter the source in sources.csv first.
   *[other] Perhaps: { $suggestion }. Otherwise enter the source in sources.csv first.
}

tables-problem-unknown-kind-what = no kind of tie has the id { $entry }
tables-problem-unknown-kind-expected = An id that stands in kinds.csv: { $choices }.
tables-problem-unknown-kind-repair = { $suggestion ->
    [none] Choose one of these, or enter the kind in kinds.csv first.
   *[other] Perhaps: { $suggestion }. Otherwise enter the kind in kinds.csv first.
}

tables-problem-unknown-id-what = nothing has the id { $entry }
tables-problem-unknown-id-expected = An id that stands in { $choices }.
tables-problem-unknown-id-repair = { $suggestion ->
    [none] Enter it there first, or correct the id.
   *[other] Perhaps: { $suggestion }. Otherwise enter it there first.
}

tables-problem-wrong-kind-what = { $entry } stands in { $found }, which this column does not name
tables-problem-wrong-kind-expected = An id that stands in { $choices }.
tables-problem-wrong-kind-repair = Choose an id from there.

tables-problem-dangling-tie-what = the tie ends nowhere: nothing has the id { $entry }
tables-problem-dangling-tie-expected = An id that stands in { $choices }.
tables-problem-dangling-tie-repair = { $suggestion ->
    [none] Enter it there first, correct the id, or remove the tie.
   *[other] Perhaps: { $suggestion }. Otherwise enter it there first, or remove the tie.
}

tables-problem-tie-to-itself-what = the tie begins and ends at the same entity
tables-problem-tie-to-itself-expected = Two different ids.
tables-problem-tie-to-itself-repair = Correct one of the two ends.

tables-problem-wrong-ends-what = a tie of the kind “{ $tie }” cannot have this end: { $found_kind }
tables-problem-wrong-ends-expected = At this end: { $kinds }.
tables-problem-wrong-ends-repair = Swap the two ends, correct the id, or choose another kind.

tables-problem-taken-word-what = a word that already names a kind of link in links.csv
tables-problem-taken-word-expected = A word of its own for the kind of tie.
tables-problem-taken-word-repair = Choose another word, and change it in ties.csv too.

tables-problem-missing-placeholder-what = the place of a name is missing
tables-problem-missing-placeholder-expected = A sentence with the places of both names: { $places }.
tables-problem-missing-placeholder-repair = Write this into the sentence, where its name belongs: { $choices }

tables-problem-orphan-what = nothing is tied to this entity
tables-problem-orphan-expected = At least one row in ties.csv or links.csv that names it.
tables-problem-orphan-repair = Enter what it has to do with the rest, or remove the row.

# The report on the command line

tables-report-row = row { $row }
tables-report-typed = typed
tables-report-expected = expected
tables-report-repair = to mend it
tables-report-total = { $problems ->
    [one] { $problems } problem
   *[other] { $problems } problems
} in { $files ->
    [one] { $files } file.
   *[other] { $files } files.
}
tables-report-fine = The tables are in order: { $nodes } entities, { $edges } ties, { $sources } sources.
