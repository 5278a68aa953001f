# The report about tables on a USB stick.
stick-taken = The tables were taken. The screen shows them within a minute, while nobody touches it.
stick-nothing-changed = Nothing was taken. The screen goes on showing the tables from before.
stick-broken-off = The stick took too long to read, or too much memory. Use another stick, with nothing on it but the folder “tables”.
stick-no-folder = There is no folder “{ $file }” on the stick. Put all the tables into a folder of this name.
stick-unreadable = The stick could not be read to its end: { $file }. Leave it in until its light is quiet; if that does not help, use another stick.
stick-too-many = There are more than { $most } files in one folder of the stick. Leave nothing there but the tables.
stick-too-large = { $file } is too large. A table has at most { $megabytes } MB, and all of them together have a limit too.
stick-twice = { $file } is there twice, in capital and in small letters. Remove one of the two.
stick-not-plain = { $file } is a link or something else that is no plain file or folder. Copy the file itself to the stick.
stick-changed = { $file } changed while it was read. Plug the stick in again.
stick-unsigned = The tables are not signed: SHA256SUMS or SHA256SUMS.sig is missing. This screen takes signed tables only.
stick-wrong-signature = { $file } is not the signature of a key that this screen knows. Sign SHA256SUMS again with the keeper's key.
stick-not-as-signed = { $file } is not as it was signed. Make SHA256SUMS anew from the tables as they are, and sign it.
stick-cannot-keep = A file could not be written or read: { $reason }
stick-not-as-root = Not as root: what is read here comes from anybody. Use the account of the program.
