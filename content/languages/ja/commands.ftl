# ウェブなしのプログラム：python -m dashboard

commands-about = ウェブを使わずに、表を確かめ、数え、ファイルに書き出します。
commands-new = 自分の表を、空のものから始める
commands-new-where = 作るフォルダー、またはワークブック（*.xlsx）
commands-new-exists = { $file } はすでにあります。そのままにします
commands-new-made = { $file }：表 { $count } 枚。つながりの種類のほかに{ $rows ->
    [0] は何もありません
   *[other] { $rows }行
 }
commands-validate = 表を点検し、問題の場所と直し方をすべて示します
commands-validate-folder = 表のフォルダー
commands-mark = 問題をワークブックのその場所に書き込む
commands-mark-what = 書き込めるのはワークブック（*.xlsx）だけです：{ $file }
commands-workbook = 表を一つのワークブックに書き出す
commands-workbook-file = 書き出すワークブック（*.xlsx）
commands-info = 表にあるものを数えます
commands-export = データをファイルに書き出します
commands-export-kind = 書き出すもの：{ $kinds }
commands-language = 返事の言語
commands-tables = 表のフォルダー
commands-output = 書き出すファイル。「-」なら標準出力
commands-wrote = { $file }：{ $bytes }バイト
commands-cannot-write = { $file } に書き込めません：{ $reason }
commands-bad-settings = 環境変数の設定が使えません：{ $reason }

# new --ask の質問

commands-new-ask = 地域、交流先、それが書かれているところを、一つずつたずねる
new-ask-network = このネットワークの名前は？（空欄なら地域の名前から作ります）
new-ask-home-ja = あなたの都道府県・市町村の日本語の名前（なければ空欄）：
new-ask-home-en = 英語の名前：
new-ask-home-country = どの国ですか：
new-ask-partner-ja = 交流先の日本語の名前：
new-ask-partner-en = 英語の名前（両方とも空欄なら、もう交流先はありません）：
new-ask-country = どの国ですか：
new-ask-kind = 文書では、どの種類のつながりですか。番号（書かれていなければ空欄）：
new-ask-date = いつからですか（1962-12-18、1962-12、1962。書かれていなければ空欄）：
new-ask-title = どの文書やページに書かれていますか。題名：
new-ask-maker = だれが作りましたか（分からなければ空欄）：
new-ask-url = ウェブのアドレス（なければ空欄）：
new-ask-place = そのどこですか。見出しかページ：
new-ask-again = 分かりませんでした。もう一度どうぞ。
new-ask-ended = 答えが途中で終わりました。何も書いていません。

# つながりの一覧を表に取り込む：python -m dashboard import
commands-import = つながりの一覧（地域・交流先・国・日付・種類）を取り込む
commands-import-list = 一覧：*.csv、*.tsv、または *.xlsx のシート
commands-import-into = 取り込む先の表のフォルダー、またはワークブック（*.xlsx）。なければ新しく作ります
commands-import-home = 地域の列がない一覧の、ただ一つの地域の名前。言語ごとに一度ずつ
commands-import-home-country = 一覧にない場合の、地域の国。名前か JP などのコード
commands-import-kind = 一覧に種類がないつながりの種類：{ $kinds }

lists-no-file = { $file } がありません
lists-unreadable = { $file } は一覧として読めません。ワークブックでも、UTF-8・UTF-16・Shift_JIS の文字でもありません
lists-no-partner = { $file }：「相手都市」「姉妹都市」「partner」のような、交流先の見出しがありません。一行目：{ $headings }
lists-no-home = { $file } に地域の列がありません。どこの一覧かを書いてください：--home 名前
lists-no-home-country = { $file } には地域の国がありません。書いてください：--home-country JP
lists-no-country = { $country } という国はありません
lists-no-kind = { $kind } という種類はありません。表にある種類：{ $kinds }
lists-columns = { $file }：{ $count }行、使わない列：{ $unread }
lists-no-columns-unread = なし
lists-took = つながり：新しく{ $ties }、すでにあったもの{ $known }　地域：新しく{ $homes }　交流先：新しく{ $partners }　日付：{ $dates }
lists-placed = 位置：一覧から{ $list }、GeoNames から{ $geonames }
lists-wrote = { $file } に問題はありません
lists-nothing = 新しいものはありません。{ $file } はそのままです
lists-left-open = 分からないままのもの：
lists-noted = 分からないままのものは「出典にないこと」の表に書きました。
lists-left-open-line = { $title }：{ $count }
lists-ask = { $name } はどこですか。同じ名前の町がいくつかあります：
lists-ask-town = { $number }) { $name } { $region }  { $lat }, { $lon }  https://www.geonames.org/{ $id }
lists-ask-number = 番号（分からなければ何も書かない）：

# 版：管理する人に知らせること
editions-fault = { $address } を作れませんでした（{ $reason }）。前の版のものをそのまま使います。

# The whole program as files: python -m dashboard publish
commands-publish = 全体をファイルに書き出します（どのウェブサーバーでもUSBメモリーでも開けます）
publish-folder = 書き出し先のフォルダー。なければ作ります
publish-address = 公開先のアドレス。例：https://www.example.lg.jp/exchange/
publish-check = 何も書かず、書き出し済みのものを点検します
publish-done = { $folder }：ファイル{ $files }個、書き込み{ $written }個、削除{ $removed }個
publish-fine = 問題はありません。ファイルは{ $count }個です。
publish-faults = 問題が{ $count }件あります。
publish-foreign = { $file }は、このコマンドが書いたものではありません。別のフォルダーを選ぶか、そのファイルを移してください。
publish-damaged-list = { $folder }にある一覧（published.json）が壊れています。別のフォルダーに書き出すか、前に書き出したものを先に消してください。
publish-bad-address = { $address }はアドレスとして読めません。例：https://www.example.lg.jp/exchange/
publish-fault-no-list = { $file }がないか壊れています。このコマンドで書き出したフォルダーではありません
publish-fault-missing = { $file }がありません
publish-fault-changed = { $file }が書き出したときと違います
publish-fault-broken = { $file }：{ $what }の先に何もありません
publish-fault-rooted = { $file }：{ $what }は公開場所の最上位に置いたときしか通じません
publish-fault-outside = { $file }は{ $what }を外部から読み込みます
publish-fault-language = { $file }が言語{ $what }にありません
