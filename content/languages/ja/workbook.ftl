### 表のワークブックに書かれることば

workbook-read-me-title = はじめに
workbook-heading = 一つのワークブックにまとめた表
workbook-rows = 一枚のシートが一つの表で、一行が一つのもの、または一つの事実です。一行目は列の見出しで、何を書く列かは見出しのメモにあります。
workbook-required = * が付き、地が黄土色の見出しは、どの行にも要る列です。
workbook-names = もの・ひと・所、テーマ、つながりの種類、国は、名前で書きます。一つのセルに二つ以上書くときはセミコロンで区切ります。一覧には今あるものが出ます。下の行で加えるものの名前は、そのまま打ってかまいません。
workbook-ids = ID は空欄でもかまいません。英語の名前から作られます。ページのアドレスになるので、人に知らせたあとは変えません。
workbook-dates = 日付は 2018-04-01、2018-04、2018 のように書きます。表計算ソフトが書き換えないよう、セルは文字列になっています。
workbook-check = 確かめるには python -m dashboard validate ファイル名 --mark とします。問題のあるセルに印とメモが付き、すべての問題が一枚のシートに並びます。

workbook-problems-title = 問題
workbook-problems-where = 場所
workbook-problems-what = 何が問題か
workbook-problems-typed = 入力
workbook-problems-expected = 正しい形
workbook-problems-repair = 直し方
