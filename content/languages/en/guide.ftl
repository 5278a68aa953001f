# The generated reference of the tables, for those who edit them: docs/reference/.

guide-title = The tables, column by column
guide-made = This page is made from the program's own description of the tables by `{ $command }`. Do not edit it.
guide-intro = Every table is a CSV file in `{ $folder }`. The first row holds the names of the columns, in any order. Columns with “required” must be filled in every row.
guide-localised = A column whose name ends in `{ $codes }` stands in the table once for each language of the program.

guide-tables-heading = The tables
guide-table-heading = { $title }: `{ $file }`
guide-table-required = This file must be there, even if it holds nothing but its first row.
guide-table-optional = This file may be left out.
guide-unique = No two rows may have the same { $columns }.
guide-id-unique = Each id stands only once in all tables together.

guide-column = Column
guide-heading = Meaning
guide-must = Required
guide-holds = May hold
guide-hint = How to fill it
guide-yes = required
guide-no = { "" }

guide-type-slug = an id
guide-type-key = a key
guide-type-word = a word
guide-type-reference-entity = an id of another table
guide-type-reference-tie = an id of ties.csv
guide-type-reference = an id of { $tables }
guide-type-reference-source = a key of sources.csv
guide-type-reference-theme = an id of themes.csv
guide-type-reference-kind = an id of kinds.csv
guide-type-enum = one of: { $words }
guide-type-text = text
guide-type-date = a date
guide-type-period = a date or a span
guide-type-longitude = degrees, -180 to 180
guide-type-latitude = degrees, -90 to 90
guide-type-url = an address of a page
guide-type-language = a language code
guide-type-country = a country code
guide-type-many = { $type }; several with `;` between them
guide-type-also = { $type }, or { $words }
guide-or = { " or " }

guide-ties-heading = What may be joined by what
guide-ties-intro = The kinds of ties and links, and the two ends that each may have.
guide-ties-kind = Word in the table
guide-ties-name = Shown as
guide-ties-file = Table
guide-ties-between = kinds of tie that say so under `between`
guide-ties-from = From
guide-ties-to = To

guide-problems-heading = What the check may say
guide-problems-intro = Every message of the check. “{ $blank }” stands for what the check found in your table.
guide-problems-what = Message
guide-problems-expected = Expected
guide-problems-repair = How to mend it
