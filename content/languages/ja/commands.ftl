# ウェブなしのプログラム：python -m dashboard

commands-about = ウェブを使わずに、表を確かめ、数え、ファイルに書き出します。
commands-new = 自分の表を、空のものから始める
commands-new-where = 作るフォルダー、またはワークブック（*.xlsx）
commands-new-exists = { $file } はすでにあります。そのままにします
commands-new-made = { $file }：つながりの種類のほかは空の表 { $count } 枚
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

# 版：管理する人に知らせること
editions-fault = { $address } を作れませんでした（{ $reason }）。前の版のものをそのまま使います。
