# USBメモリーの表についての報告。
stick-taken = 表を受け取りました。だれもふれていないときに、一分以内に画面に出ます。
stick-nothing-changed = 何も受け取っていません。画面は前の表のままです。
stick-broken-off = USBメモリーを読むのに、時間またはメモリーがかかりすぎました。フォルダー「tables」だけを入れた別のUSBメモリーを使ってください。
stick-no-folder = USBメモリーにフォルダー「{ $file }」がありません。この名前のフォルダーに、すべての表を入れてください。
stick-unreadable = USBメモリーを最後まで読めませんでした：{ $file }。ランプが落ち着くまで抜かないでください。それでも読めないときは、別のUSBメモリーを使ってください。
stick-too-many = USBメモリーの一つのフォルダーに、{ $most } を超えるファイルがあります。表だけを残してください。
stick-too-large = { $file } が大きすぎます。一つの表は { $megabytes } MB までです。全部を合わせた大きさにも限りがあります。
stick-twice = { $file } が、大文字と小文字で二つあります。どちらかを消してください。
stick-not-plain = { $file } はリンクなどで、ふつうのファイルやフォルダーではありません。ファイルそのものをコピーしてください。
stick-changed = { $file } が、読んでいるあいだに変わりました。もう一度さしてください。
stick-unsigned = 表に署名がありません：SHA256SUMS または SHA256SUMS.sig が見つかりません。この画面は、署名された表だけを受け取ります。
stick-wrong-signature = { $file } は、この画面が知っている鍵の署名ではありません。担当者の鍵で SHA256SUMS に署名しなおしてください。
stick-not-as-signed = { $file } が、署名したときの内容とちがいます。いまの表から SHA256SUMS を作りなおし、署名してください。
stick-cannot-keep = ファイルを書けない、または読めません：{ $reason }
stick-not-as-root = root では動きません。だれが作ったかわからないものを読むため、プログラムのアカウントを使ってください。
