### Presenting: the stage, the speaker's window, paper

present-navigation = From stop to stop
present-back = Back
present-next = Next
present-leave = Explore the map
present-overview = All stops
present-number = { $number } / { $total }
present-announce = Stop { $number } of { $total }: { $title }
present-mended = There is no such stop; this is the nearest one.

present-sources = Sources: { $sources }
present-source = { $maker }, “{ $title }” ({ $date })
present-source-separator = ;{" "}
present-qr-explorer = QR code that opens the map
present-qr-stop = QR code that opens this stop
present-courses-scale = Scales differ
present-explore-yourself = Explore the map and the network here

present-question = What is the question about?
present-question-matches = What was found
present-question-none = Nothing was found. Try another name.
present-question-card = The answer
present-question-now = Question: { $name }
present-return = Back to stop { $number } (Esc)
present-blank = The screen is dark

present-touch-question = Question
present-overview-short = Stops
present-touch-blank = Dark
present-touch-notes = Speaker
present-help-open = Help (?)
present-help = Keys and clicker
present-help-gestures = By touch
present-help-touch = Tap the left third of the screen to go back and the right third to go on, or swipe. Tap a partner on the map or in the network to turn to it at once. Question, overview, dark screen, full screen and the speaker's window are buttons at the foot.
present-help-letters = Any letter but b, f, o and s begins a search with it. For names that begin with one of these, press / first.
present-key-next = The next stop
present-key-back = The stop before
present-key-first = The first stop
present-key-last = The last stop
present-key-jump = The stop of that number
present-key-question = A question: type a name and go there at once
present-key-return = From a question back to the stop; close what is open
present-key-blank = Make the screen dark, and light again
present-key-overview = All stops at a glance
present-key-full = Full screen
present-key-notes = Open the speaker's window
present-letter-keys = Single letters, digits and signs are keys
present-key-help = This list

present-notes-blocked = The browser did not allow a new window.
present-notes-unreachable = The server does not answer, so the speaker's window cannot be opened. The stage goes on.
present-notes-link = Open the speaker's window
present-no-notes = There are no notes for this stop.
present-clock = Time
present-elapsed = Elapsed
present-reset = Reset
