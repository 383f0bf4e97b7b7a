"""How the page of a brief looks: large letters, quiet colours, narrow screens and paper."""

from typing import Final

STYLE: Final = """
* { box-sizing: border-box; }
body { background: #f4f7f8; color: #12303b; margin: 0;
  font: 18px/1.6 Sarabun, "Noto Sans Thai", "Leelawadee UI", Tahoma, sans-serif; }
main { margin: 0 auto; max-width: 1080px; padding: 16px 20px 60px; }
header h1 { font-size: 32px; line-height: 1.35; margin: 8px 0 0; }
header p { color: #4a626b; margin: 0 0 12px; }
section { background: #fff; border-radius: 14px; margin: 0 0 20px; padding: 18px 22px; }
h2 { color: #0b6b66; font-size: 25px; line-height: 1.4; margin: 0 0 6px; }
.lead { font-size: 22px; font-weight: 700; line-height: 1.5; margin: 4px 0 8px; }
.said { margin: 4px 0; }
.note { color: #4a626b; font-size: 15px; margin: 4px 0; overflow-wrap: anywhere; }
header .warning { background: #b3261e; border-radius: 8px; color: #fff; display: inline-block;
  font-weight: 700; margin: 0; padding: 2px 14px; }
.themes { display: flex; flex-wrap: wrap; gap: 8px; margin: 0 0 12px; }
.themes button { background: #fff; border: 1px solid #9fb3ba; border-radius: 999px; color: #12303b;
  cursor: pointer; font: inherit; font-size: 17px; min-height: 44px; padding: 4px 18px; }
.themes button[aria-pressed="true"] { background: #0b6b66; border-color: #0b6b66; color: #fff; }
.themes button:focus-visible, summary:focus-visible, .scroll:focus-visible {
  outline: 3px solid #0b6b66; outline-offset: 2px; }
#areamap-map { border-radius: 10px; height: min(68vh, 640px); min-height: 420px; overflow: hidden; }
figure { margin: 14px 0; }
figcaption, summary { font-weight: 700; }
summary { cursor: pointer; min-height: 32px; }
details { border-top: 1px solid #e2eaec; padding: 10px 0; }
.keys { display: flex; flex-wrap: wrap; gap: 18px; list-style: none; margin: 4px 0; padding: 0; }
.keys i { border-radius: 3px; display: inline-block; height: 15px; margin-right: 7px; width: 22px; }
.bar { align-items: center; display: grid; gap: 10px; grid-template-columns: 190px 1fr 92px; }
.bar .rail { background: #eef3f4; border-radius: 3px; display: flex; height: 19px;
  overflow: hidden; }
.bar .rail i { display: block; height: 100%; }
.bar b { font-variant-numeric: tabular-nums; text-align: right; }
.scroll { max-height: 560px; overflow: auto; }
table { border-collapse: collapse; font-size: 16px; width: 100%; }
th { background: #0b6b66; color: #fff; font-weight: 700; padding: 6px 10px; position: sticky;
  text-align: left; top: 0; vertical-align: bottom; }
td { border-bottom: 1px solid #e2eaec; padding: 4px 10px; vertical-align: top; }
td.number, th.number { font-variant-numeric: tabular-nums; text-align: right; }
td.number { white-space: nowrap; }
dt { font-weight: 700; }
dd { margin: 0 0 8px; }
@media (max-width: 640px) {
  body { font-size: 17px; }
  main { padding: 10px 10px 40px; }
  header h1 { font-size: 26px; }
  section { padding: 14px; }
  .bar { gap: 6px; grid-template-columns: 100px 1fr 70px; }
  #areamap-map { height: 72vh; }
}
@media print {
  body { background: #fff; font-size: 12pt; }
  section { break-inside: auto; padding: 0; }
  .scroll { max-height: none; overflow: visible; }
  #areamap-map { height: 14cm; }
}
"""
"""Style sheet of the page, after those of the map."""
