# The touch screen in the lobby

kiosk-bar = Views, languages and aids
kiosk-start-over = Start over
kiosk-aids = To read more easily
kiosk-large = Large text
kiosk-large-sign = A
kiosk-contrast = High contrast
kiosk-read-aloud = Read aloud
kiosk-paging = More
kiosk-page-up = Further up
kiosk-page-down = Further down
kiosk-initials = Names by their first letter
kiosk-initials-all = All

kiosk-how-letters = A letter leaves only the names that begin with it.
kiosk-how-arrows = Arrows lead on to what does not fit.
kiosk-how-views = “Network” shows who does what with whom.

kiosk-idle-heading = Are you still there?
kiosk-idle-text = When the figure reaches zero, the screen goes back to the beginning for the next visitor.
kiosk-continue = Continue

kiosk-staff-heading = Staff: please look at this screen
kiosk-staff-why = The screen cannot mend itself. Visitors need do nothing.
kiosk-staff-restart = Switch the computer off and on again, and wait five minutes.
kiosk-staff-call = If these words come back, tell whoever looks after this screen.

kiosk-slide-tie = { $home }: { $kind }
kiosk-qr = QR code of this page for your phone
kiosk-qr-how = Take it with you on your phone
