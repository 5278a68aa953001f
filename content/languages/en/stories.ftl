### Stories to present: reading their files, what to mend in them, and the story made by itself

# Words that may stand in the files of stories; the ids are understood in every language.
stories-setting-select = select
stories-setting-light = light
stories-setting-show = show
stories-setting-home = home
stories-setting-tie = tie
stories-setting-theme = theme
stories-setting-frame = frame
stories-setting-takeaway = takeaway
stories-setting-sources = sources
stories-show-both = both
stories-show-map = map
stories-show-network = network
stories-answer-yes = yes
stories-answer-no = no
stories-notes-word = Notes

stories-place-file = { $file }
stories-place-line = { $file }, line { $line }
stories-report-line = line { $line }
stories-report-total = { $problems ->
    [one] One problem
   *[other] { $problems } problems
} in { $files ->
    [one] one file
   *[other] { $files } files
} of stories.
stories-report-warnings = { $problems ->
    [one] One hint
   *[other] { $problems } hints
} on { $files ->
    [one] one file
   *[other] { $files } files
} of stories, which are told all the same.
stories-report-fine = The stories are in order: { $stories } files, { $stops } stops.

stories-problem-wrong-file-name-what = the file's name is not that of a story
stories-problem-wrong-file-name-expected = “name.language.md”, the name in small letters, digits and hyphens.
stories-problem-wrong-file-name-repair = Rename it, for example to main.en.md.
stories-problem-unknown-language-what = the program does not have this language
stories-problem-unknown-language-expected = One of { $choices }.
stories-problem-unknown-language-repair = Correct the language in the file's name, or add the language to content/languages.
stories-problem-unreadable-file-what = the file cannot be read ({ $reason })
stories-problem-unreadable-file-expected = A text file of at most 400 kB that may be opened.
stories-problem-unreadable-file-repair = See whether another program holds it open, and check its permissions and size.
stories-problem-wrong-encoding-what = the file's encoding is unknown
stories-problem-wrong-encoding-expected = UTF-8 or Shift_JIS.
stories-problem-wrong-encoding-repair = Save it again as UTF-8.
stories-problem-invisible-character-what = an invisible character, { $character }, as character { $position } of the line
stories-problem-invisible-character-expected = Characters that can be seen.
stories-problem-invisible-character-repair = Delete it, or type the line anew instead of pasting it.
stories-problem-missing-translation-what = the story has no file in “{ $language }”
stories-problem-missing-translation-expected = A file named { $expected }.
stories-problem-missing-translation-repair = Copy this file to { $expected } and translate it.
stories-problem-unequal-stops-what = there are { $stops } stops here and { $others } in { $other }
stories-problem-unequal-stops-expected = As many stops in every language.
stories-problem-unequal-stops-repair = Write the stops that are missing, or take out those that are too many.

stories-problem-missing-front-matter-what = there is no title and no summary at the beginning
stories-problem-missing-front-matter-expected = title and summary between two lines of ---.
stories-problem-missing-front-matter-repair = Begin the file with four lines: ---, title: …, summary: …, ---.
stories-problem-broken-front-matter-what = title and summary at the beginning cannot be understood{ $reason ->
    [none] {""}
   *[other] {" "}({ $reason })
}
stories-problem-broken-front-matter-expected = Lines such as “title: words”, and a line of --- at the end.
stories-problem-broken-front-matter-repair = See whether --- closes it; put words that hold a colon or quotation marks into "…".
stories-problem-unknown-front-key-what = the beginning of the file says something unknown
stories-problem-unknown-front-key-expected = Only { $choices }.
stories-problem-unknown-front-key-repair = Check the spelling, or take the line out.
stories-problem-missing-front-value-what = { $name } is not given
stories-problem-missing-front-value-expected = Words after { $name }.
stories-problem-missing-front-value-repair = Write “{ $name }: …” between the two lines of --- at the beginning.

stories-problem-no-stops-what = there is no stop
stories-problem-no-stops-expected = Stops that begin with “## title”.
stories-problem-no-stops-repair = Write a heading that begins with “## ” for each stop.
stories-problem-text-before-stops-what = there is text before the first stop
stories-problem-text-before-stops-expected = Text below a “## title” only.
stories-problem-text-before-stops-repair = Write a “## ” heading above the text, or move it.
stories-problem-missing-title-what = the stop has no title
stories-problem-missing-title-expected = A title after “## ”.
stories-problem-missing-title-repair = Write a short title.
stories-problem-missing-text-what = the stop has no text
stories-problem-missing-text-expected = A sentence or two below the title.
stories-problem-missing-text-repair = Leave a line empty after the settings and write a sentence.
stories-problem-long-title-what = the title is too long to be read from the back row
stories-problem-long-title-expected = At most some { $most } full-width characters; about twice as many Latin ones.
stories-problem-long-title-repair = Shorten it; the text or the notes take the rest.
stories-problem-long-text-what = the text is too long to be read from the back row
stories-problem-long-text-expected = At most some { $most } full-width characters; about twice as many Latin ones.
stories-problem-long-text-repair = Keep a sentence or two and move the rest below “Notes:”.
stories-problem-long-sentence-what = a sentence is long to listen to
stories-problem-long-sentence-expected = At most some { $most } full-width characters a sentence; about twice as many Latin ones.
stories-problem-long-sentence-repair = Make two of it, or move a part to the notes.

stories-problem-unknown-setting-what = an unknown setting
stories-problem-unknown-setting-expected = One of { $choices }.
stories-problem-unknown-setting-repair = { $suggestion ->
    [none] Check the spelling. If it is a sentence, leave an empty line before it.
   *[other] Do you mean “{ $suggestion }”? If it is a sentence, leave an empty line before it.
}
stories-problem-repeated-setting-what = the same setting stands here twice
stories-problem-repeated-setting-expected = Each setting once a stop.
stories-problem-repeated-setting-repair = Take one of the lines out.
stories-problem-empty-setting-what = the setting has no value
stories-problem-empty-setting-expected = A value after the colon.
stories-problem-empty-setting-repair = Write a value, or take the line out.
stories-problem-unknown-name-what = “{ $setting }” names something that is not in the tables
stories-problem-unknown-name-expected = An id or a name from the tables ({ $choices }).
stories-problem-unknown-name-repair = { $suggestion ->
    [none] Copy the id from the tables; where two things share a name, only the id will do.
   *[other] Do you mean “{ $suggestion }”?
}
stories-problem-not-a-choice-what = “{ $setting }” cannot be this
stories-problem-not-a-choice-expected = One of { $choices }.
stories-problem-not-a-choice-repair = { $suggestion ->
    [none] Choose one of these.
   *[other] Do you mean “{ $suggestion }”?
}
stories-problem-not-a-frame-what = the part of the map is not given as four numbers
stories-problem-not-a-frame-expected = Its western, southern, eastern and northern edge in degrees, such as 120, 20, 150, 50
stories-problem-not-a-frame-repair = Write four numbers with commas between them.
stories-problem-frame-out-of-range-what = the part of the map does not fit on the earth
stories-problem-frame-out-of-range-expected = West less than east (−180 to 360), south less than north (−85 to 85).
stories-problem-frame-out-of-range-repair = See whether the order is west, south, east, north.
stories-problem-takeaway-not-last-what = the take-away is not the last stop
stories-problem-takeaway-not-last-expected = “takeaway” on the last stop only.
stories-problem-takeaway-not-last-repair = Move the stop to the end, or take the setting out.

stories-auto-title = The exchange at a glance
stories-auto-summary = A story made from the data by itself.
stories-auto-whole-heading = The whole exchange
stories-auto-whole-text = { $partners ->
    [one] One partner
   *[other] { $partners } partners
}, { $ties ->
    [one] one tie.
   *[other] { $ties } ties.
}
stories-auto-whole-notes = The colour of a line tells the home, its pattern the kind of tie. Partners: { $partners }; ties: { $ties }.
stories-auto-ties-text = { $count ->
    [one] One tie
   *[other] { $count } ties
} ({ $kinds })
stories-auto-none-text = The sources state no tie of { $name }.
stories-auto-themes-heading = What they do together
stories-auto-themes-text = Activities of { $count } themes.
stories-auto-theme-item = { $theme } ({ $count })
stories-auto-contact-heading = Get in touch
stories-auto-contact-text = Here is where to ask for more.
stories-auto-contact-notes = Everybody can explore the map and its sources for themselves.
stories-auto-end-heading = Thank you
stories-auto-end-text = The map and its sources are there for everybody to explore.
stories-auto-end-notes = Questions are welcome. Type a name, or choose a partner on the map, to go there at once.
stories-auto-empty-heading = There is nothing here yet
stories-auto-empty-text = A story appears as soon as the tables hold something.
stories-auto-empty-notes = The tables are in content/tables.
