<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Agent</name>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Recording, locked</source>
        <translation>Aufzeichnung läuft, gesperrt</translation>
    </message>
    <message>
        <source>Outside working hours</source>
        <translation>Außerhalb der Arbeitszeit</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung läuft</translation>
    </message>
    <message>
        <source>Recording, idle</source>
        <translation>Aufzeichnung läuft, keine Eingabe</translation>
    </message>
    <message>
        <source>Recording, in a call</source>
        <translation>Aufzeichnung läuft, im Gespräch</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Private time</source>
        <translation>Private Zeit</translation>
    </message>
    <message>
        <source>Agent not running</source>
        <translation>Agent läuft nicht</translation>
    </message>
    <message>
        <source>Recording, team store out of reach</source>
        <translation>Aufzeichnung läuft, Teamablage nicht erreichbar</translation>
    </message>
    <message>
        <source>Cannot see the window in front</source>
        <translation>Vorderes Fenster nicht sichtbar</translation>
    </message>
    <message>
        <source>Notice not yet read</source>
        <translation>Hinweis noch nicht gelesen</translation>
    </message>
    <message>
        <source>The agent is being started</source>
        <translation>Der Agent wird gestartet</translation>
    </message>
    <message>
        <source>Nothing is recorded before you have read it</source>
        <translation>Bevor Sie ihn gelesen haben, wird nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>Nothing is recorded</source>
        <translation>Es wird nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>Until {time}, nothing is recorded</source>
        <translation>Bis {time} wird nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>Only that time passes is noted</source>
        <translation>Es wird nur vermerkt, dass Zeit vergeht</translation>
    </message>
    <message>
        <source>No window in front</source>
        <translation>Kein Fenster im Vordergrund</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Read the notice</source>
        <translation>Hinweis lesen</translation>
    </message>
    <message>
        <source>Part of the record was lost</source>
        <translation>Ein Teil der Aufzeichnung ging verloren</translation>
    </message>
    <message>
        <source>Something needs your attention</source>
        <translation>Etwas braucht Ihre Aufmerksamkeit</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Bis morgen</translation>
    </message>
    <message>
        <source>{pause}: not allowed</source>
        <translation>{pause}: nicht erlaubt</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>begin again whenever you want to</source>
        <translation>beginnen Sie von Neuem, wann immer Sie möchten</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>{time} recorded</source>
        <translation>{time} aufgezeichnet</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>Nothing recorded in this time.</source>
        <translation>In dieser Zeit wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source> on 1 day</source>
        <translation> an 1 Tag</translation>
    </message>
    <message>
        <source> on {count} days</source>
        <translation> an {count} Tagen</translation>
    </message>
    <message>
        <source>, {work} of it work ({share} %), {mean} a day.</source>
        <translation>, davon {work} Arbeit ({share}&#xa0;%), {mean} pro Tag.</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>{measure} by day, {month}</source>
        <translation>{measure} nach Tagen, {month}</translation>
    </message>
    <message>
        <source>What the calendar shows</source>
        <translation>Was der Kalender zeigt</translation>
    </message>
    <message>
        <source>Hours a day</source>
        <translation>Stunden pro Tag</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>exit code {code}</source>
        <translation>Rückgabewert {code}</translation>
    </message>
</context>
<context>
    <name>ConditionRow</name>
    <message>
        <source>What is looked at</source>
        <translation>Was betrachtet wird</translation>
    </message>
    <message>
        <source>How it is looked at</source>
        <translation>Wie es betrachtet wird</translation>
    </message>
    <message>
        <source>What is looked for</source>
        <translation>Wonach gesucht wird</translation>
    </message>
    <message>
        <source>Take this condition away</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
</context>
<context>
    <name>Correct</name>
    <message>
        <source>{kind}, no activity</source>
        <translation>{kind}, ohne Tätigkeit</translation>
    </message>
    <message>
        <source>It was {kind} ({key}), whatever the activity. The arrow offers activities.</source>
        <translation>Es war {kind} ({key}), gleich welche Tätigkeit. Der Pfeil bietet Tätigkeiten an.</translation>
    </message>
    <message>
        <source>It was {kind} ({key})</source>
        <translation>Es war {kind} ({key})</translation>
    </message>
    <message>
        <source>{count} stretches</source>
        <translation>{count} Abschnitte</translation>
    </message>
    <message>
        <source>Corrected {time} to {category}.</source>
        <translation>{time} zu {category} korrigiert.</translation>
    </message>
    <message>
        <source>Corrected again as before.</source>
        <translation>Wieder korrigiert wie zuvor.</translation>
    </message>
    <message>
        <source>Corrected again as before, {count} times.</source>
        <translation>Wieder korrigiert wie zuvor, {count}-mal.</translation>
    </message>
    <message>
        <source>Taken back: the rules decide again.</source>
        <translation>Zurückgenommen: Es entscheiden wieder die Regeln.</translation>
    </message>
    <message>
        <source>Taken back {count} corrections: the rules decide again.</source>
        <translation>{count} Korrekturen zurückgenommen: Es entscheiden wieder die Regeln.</translation>
    </message>
    <message>
        <source>{time} · 1 window</source>
        <translation>{time} · 1 Fenster</translation>
    </message>
    <message>
        <source>{time} · {count} windows</source>
        <translation>{time} · {count} Fenster</translation>
    </message>
    <message>
        <source>{time} stays private</source>
        <translation>{time} bleibt privat</translation>
    </message>
    <message>
        <source>Private time stays private: there is nothing to correct.</source>
        <translation>Private Zeit bleibt privat: Hier gibt es nichts zu korrigieren.</translation>
    </message>
    <message>
        <source>Nothing was recorded here: there is nothing to correct.</source>
        <translation>Hier wurde nichts aufgezeichnet: Es gibt nichts zu korrigieren.</translation>
    </message>
    <message>
        <source>“{word}”</source>
        <translation>„{word}“</translation>
    </message>
    <message>
        <source>{app} from now on</source>
        <translation>{app} ab jetzt</translation>
    </message>
    <message>
        <source>From now on, titles with “{word}” are {category}.</source>
        <translation>Ab jetzt sind Titel mit „{word}“ {category}.</translation>
    </message>
    <message>
        <source>From now on, {app} is {category}.</source>
        <translation>Ab jetzt ist {app} {category}.</translation>
    </message>
    <message>
        <source>Taken back: the rules are as before, and so is the stretch.</source>
        <translation>Zurückgenommen: Die Regeln sind wie zuvor, und der Abschnitt auch.</translation>
    </message>
    <message>
        <source>Titles with …</source>
        <translation>Titel mit …</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>You said it was</source>
        <translation>Sie sagten, es war</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Gesagt</translation>
    </message>
    <message>
        <source>You have corrected nothing. Select a stretch on its day and say what it was.</source>
        <translation>Sie haben nichts korrigiert. Wählen Sie einen Abschnitt an seinem Tag aus und sagen Sie, was er war.</translation>
    </message>
    <message>
        <source>You corrected 1 stretch. What was recorded stays, and the rules wait below it.</source>
        <translation>Sie haben 1 Abschnitt korrigiert. Was aufgezeichnet wurde, bleibt, und die Regeln warten darunter.</translation>
    </message>
    <message>
        <source>You corrected {count} stretches. What was recorded stays, and the rules wait below it.</source>
        <translation>Sie haben {count} Abschnitte korrigiert. Was aufgezeichnet wurde, bleibt, und die Regeln warten darunter.</translation>
    </message>
</context>
<context>
    <name>CorrectionsSheet</name>
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Your corrections</source>
        <translation>Ihre Korrekturen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Open my time</source>
        <translation>Meine Zeit öffnen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Day</name>
    <message>
        <source>{time} recorded</source>
        <translation>{time} aufgezeichnet</translation>
    </message>
    <message>
        <source>Nothing recorded on this day</source>
        <translation>An diesem Tag wurde nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>Recording is on. Your first stretch appears here within a minute.</source>
        <translation>Die Aufzeichnung läuft. Ihr erster Abschnitt erscheint hier binnen einer Minute.</translation>
    </message>
    <message>
        <source>Nothing recorded yet today</source>
        <translation>Heute wurde noch nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>longest stretch {time}</source>
        <translation>längster Abschnitt {time}</translation>
    </message>
    <message>
        <source>{recorded}, {work}, {longest}.</source>
        <translation>{recorded}, {work}, {longest}.</translation>
    </message>
    <message>
        <source>{recorded}, {work}, {longest}, {changes}.</source>
        <translation>{recorded}, {work}, {longest}, {changes}.</translation>
    </message>
    <message>
        <source>{time} of it work ({share})</source>
        <translation>davon {time} Arbeit ({share})</translation>
    </message>
    <message>
        <source>1 change of application an hour</source>
        <translation>1 Programmwechsel pro Stunde</translation>
    </message>
    <message>
        <source>{count} changes of application an hour</source>
        <translation>{count} Programmwechsel pro Stunde</translation>
    </message>
    <message>
        <source> What is usual for you stands here after five recorded days.</source>
        <translation> Was bei Ihnen üblich ist, steht hier nach fünf aufgezeichneten Tagen.</translation>
    </message>
    <message>
        <source> Your 4-week usual is {recorded} recorded, {share} of it work.</source>
        <translation> Bei Ihnen üblich (4 Wochen): {recorded} aufgezeichnet, davon {share} Arbeit.</translation>
    </message>
    <message>
        <source> Your usual so far, of {days} days, is {recorded} recorded, {share} of it work.</source>
        <translation> Bei Ihnen bisher üblich ({days} Tage): {recorded} aufgezeichnet, davon {share} Arbeit.</translation>
    </message>
</context>
<context>
    <name>DayBars</name>
    <message>
        <source>Totals by day</source>
        <translation>Summen nach Tagen</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Nach Tagen</translation>
    </message>
</context>
<context>
    <name>DayFiltering</name>
    <message>
        <source>Show only {app}</source>
        <translation>Nur {app} zeigen</translation>
    </message>
</context>
<context>
    <name>DayLanes</name>
    <message>
        <source>The day in lanes; the list below has the same in words</source>
        <translation>Der Tag in Spuren; die Liste darunter sagt dasselbe in Worten</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>Day before</source>
        <translation>Tag davor</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>Tag danach</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Summen</translation>
    </message>
    <message>
        <source>What is recorded?</source>
        <translation>Was wird aufgezeichnet?</translation>
    </message>
    <message>
        <source>Undo the latest correction</source>
        <translation>Letzte Korrektur rückgängig machen</translation>
    </message>
    <message>
        <source>See the whole day</source>
        <translation>Den ganzen Tag sehen</translation>
    </message>
</context>
<context>
    <name>DaySelecting</name>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Show in the list</source>
        <translation>In der Liste zeigen</translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation>Auswahl vergrößern</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Correct the selection to {kind}</source>
        <translation>Auswahl korrigieren: {kind}</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>All of that was recorded. Select it in the lanes of the day to correct it instead.</source>
        <translation>All das wurde aufgezeichnet. Wählen Sie es in den Spuren des Tages aus, um es stattdessen zu korrigieren.</translation>
    </message>
    <message>
        <source>{time} will be entered; {rest} was recorded, and stays as it is.</source>
        <translation>{time} wird eingetragen; {rest} war aufgezeichnet und bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>{time} will be entered.</source>
        <translation>{time} wird eingetragen.</translation>
    </message>
    <message>
        <source>It ends before it begins: give the earlier hour first.</source>
        <translation>Es endet, bevor es beginnt: Nennen Sie die frühere Uhrzeit zuerst.</translation>
    </message>
    <message>
        <source>It is not over: enter what was, up to now.</source>
        <translation>Es ist noch nicht vorbei: Tragen Sie ein, was bis jetzt war.</translation>
    </message>
    <message>
        <source>A category begins with one of {kinds}, and may go on with an activity.</source>
        <translation>Eine Kategorie beginnt mit {kinds} und kann mit einer Tätigkeit weitergehen.</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>What it was about; only you see it</source>
        <translation>Worum es ging; nur Sie sehen es</translation>
    </message>
    <message>
        <source>Add entry</source>
        <translation>Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Engineroom — Add entry</source>
        <translation>Engineroom — Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Tag</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Kategorie</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What was not recorded</source>
        <translation>Was nicht aufgezeichnet wurde</translation>
    </message>
</context>
<context>
    <name>EraseSheet</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deleted means gone: from the record, and from every copy of it that Engineroom made here.</source>
        <translation>Gelöscht heißt weg: aus der Aufzeichnung und aus jeder Kopie, die Engineroom hier davon gemacht hat.</translation>
    </message>
    <message>
        <source>Everything before a day</source>
        <translation>Alles vor einem Tag</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>What shall be deleted</source>
        <translation>Was gelöscht werden soll</translation>
    </message>
    <message>
        <source>First day that is kept</source>
        <translation>Erster Tag, der bleibt</translation>
    </message>
    <message>
        <source>First day that is deleted</source>
        <translation>Erster Tag, der gelöscht wird</translation>
    </message>
    <message>
        <source>Last day that is deleted</source>
        <translation>Letzter Tag, der gelöscht wird</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>This cannot be undone. Press again to delete.</source>
        <translation>Das lässt sich nicht rückgängig machen. Drücken Sie noch einmal, um zu löschen.</translation>
    </message>
    <message>
        <source>First day that is kept:</source>
        <translation>Erster Tag, der bleibt:</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Recording stops meanwhile and goes on afterwards. What stays: your settings and rules, that you read the notice, and what you shared or copied yourself.</source>
        <translation>Die Aufzeichnung hält währenddessen an und geht danach weiter. Was bleibt: Ihre Einstellungen und Regeln, dass Sie den Hinweis gelesen haben und was Sie selbst weitergegeben oder kopiert haben.</translation>
    </message>
</context>
<context>
    <name>Example</name>
    <message>
        <source>Outside the working hours nothing is looked at, not even for an example.</source>
        <translation>Außerhalb der Arbeitszeit wird nichts betrachtet, auch nicht für ein Beispiel.</translation>
    </message>
    <message>
        <source>No example can be shown here. {reason}</source>
        <translation>Hier lässt sich kein Beispiel zeigen. {reason}</translation>
    </message>
    <message>
        <source>Switch to other windows and come back: each change appears here.</source>
        <translation>Wechseln Sie zu anderen Fenstern und kommen Sie zurück: Jeder Wechsel erscheint hier.</translation>
    </message>
    <message>
        <source>An example appears here as soon as this desktop shows its windows.</source>
        <translation>Ein Beispiel erscheint hier, sobald dieser Desktop seine Fenster zeigt.</translation>
    </message>
    <message>
        <source>Looking at the window in front …</source>
        <translation>Das Fenster im Vordergrund wird betrachtet …</translation>
    </message>
    <message>
        <source>private: only that time passed</source>
        <translation>privat: nur, dass Zeit verging</translation>
    </message>
    <message>
        <source>idle since {time}</source>
        <translation>ohne Eingabe seit {time}</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>in a call</source>
        <translation>im Gespräch</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>1 gap to explain</source>
        <translation>1 Lücke zu erklären</translation>
    </message>
    <message>
        <source>{count} gaps to explain</source>
        <translation>{count} Lücken zu erklären</translation>
    </message>
    <message>
        <source>1 stretch to explain</source>
        <translation>1 Abschnitt zu erklären</translation>
    </message>
    <message>
        <source>{count} stretches to explain</source>
        <translation>{count} Abschnitte zu erklären</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Besprechung</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefonat</translation>
    </message>
    <message>
        <source>Paper work</source>
        <translation>Arbeit auf Papier</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Entered by you</source>
        <translation>Von Ihnen eingetragen</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Nicht mehr fragen</translation>
    </message>
    <message>
        <source>Remembered as a break: {time}. No total changed.</source>
        <translation>Als Pause gemerkt: {time}. Keine Summe hat sich geändert.</translation>
    </message>
    <message>
        <source>{time} will not be asked about again.</source>
        <translation>Zu diesen {time} wird nicht mehr nachgefragt.</translation>
    </message>
    <message>
        <source>Entered {time} as {category}; {rest} was recorded, and stays.</source>
        <translation>{time} als {category} eingetragen; {rest} war aufgezeichnet und bleibt.</translation>
    </message>
    <message>
        <source>Entered {time} as {category}.</source>
        <translation>{time} als {category} eingetragen.</translation>
    </message>
    <message>
        <source>Taken back: it is asked about again.</source>
        <translation>Zurückgenommen: Es wird wieder danach gefragt.</translation>
    </message>
    <message>
        <source>Screen locked</source>
        <translation>Bildschirm gesperrt</translation>
    </message>
    <message>
        <source>No input</source>
        <translation>Keine Eingabe</translation>
    </message>
    <message>
        <source>Same as yesterday ({what})</source>
        <translation>Wie gestern ({what})</translation>
    </message>
    <message>
        <source>Same as {day} ({what})</source>
        <translation>Wie am {day} ({what})</translation>
    </message>
</context>
<context>
    <name>Explaining</name>
    <message>
        <source>Add an entry</source>
        <translation>Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Add entry…</source>
        <translation>Eintrag hinzufügen…</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Table for a spreadsheet (CSV)</source>
        <translation>Tabelle für eine Tabellenkalkulation (CSV)</translation>
    </message>
    <message>
        <source>Calendar (iCalendar)</source>
        <translation>Kalender (iCalendar)</translation>
    </message>
    <message>
        <source>Lines for programs (JSON)</source>
        <translation>Zeilen für Programme (JSON)</translation>
    </message>
    <message>
        <source>ActivityWatch</source>
        <translation>ActivityWatch</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Share totals…</source>
        <translation>Summen weitergeben…</translation>
    </message>
    <message>
        <source>Write all of the time that is shown to a file, with or without a filter (Ctrl+E)</source>
        <translation>Die ganze gezeigte Zeit in eine Datei schreiben, mit und ohne Filter (Strg+E)</translation>
    </message>
    <message>
        <source>Export the time that is shown</source>
        <translation>Die gezeigte Zeit exportieren</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>{name} wird exportiert</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Geschrieben: {path}</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>{time} of {whole} shown</source>
        <translation>{time} von {whole} gezeigt</translation>
    </message>
    <message>
        <source>Every word has to be found in application, title or category.
“two words” in quotes belong together, -word must not be found;
{app}:mail, {title}:claim and {category}:work look in one place only,
{title}=inbox finds exactly that title.</source>
        <translation>Jedes Wort muss in Programm, Titel oder Kategorie vorkommen.
„Zwei Wörter“ in Anführungszeichen gehören zusammen, -Wort darf nicht vorkommen;
{app}:mail, {title}:antrag und {category}:arbeit suchen nur an einer Stelle,
{title}=posteingang findet genau diesen Titel.</translation>
    </message>
    <message>
        <source>app</source>
        <translation>programm</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titel</translation>
    </message>
    <message>
        <source>category</source>
        <translation>kategorie</translation>
    </message>
</context>
<context>
    <name>FilterBox</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Clear the filter (Esc)</source>
        <translation>Filter löschen (Esc)</translation>
    </message>
    <message>
        <source>Filter what is shown</source>
        <translation>Filtern, was gezeigt wird</translation>
    </message>
    <message>
        <source>In the filter</source>
        <translation>Im Filter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>GapCard</name>
    <message>
        <source>Stretches to explain</source>
        <translation>Abschnitte zu erklären</translation>
    </message>
    <message>
        <source>Entries and calendar</source>
        <translation>Einträge und Kalender</translation>
    </message>
    <message>
        <source>Nothing to explain</source>
        <translation>Nichts zu erklären</translation>
    </message>
    <message>
        <source>Take back: {what}</source>
        <translation>Zurücknehmen: {what}</translation>
    </message>
    <message>
        <source>Add entry…</source>
        <translation>Eintrag hinzufügen…</translation>
    </message>
    <message>
        <source>Show another calendar file…</source>
        <translation>Andere Kalenderdatei zeigen…</translation>
    </message>
    <message>
        <source>Show a calendar file…</source>
        <translation>Kalenderdatei zeigen…</translation>
    </message>
    <message>
        <source>Stop showing {file}</source>
        <translation>{file} nicht mehr zeigen</translation>
    </message>
</context>
<context>
    <name>GapQuestion</name>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Explain {when}</source>
        <translation>{when} erklären</translation>
    </message>
    <message>
        <source>Show {when} in the day</source>
        <translation>{when} im Tag zeigen</translation>
    </message>
    <message>
        <source>Something else…</source>
        <translation>Etwas anderes…</translation>
    </message>
</context>
<context>
    <name>Heat</name>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>{at}: less than ten minutes</source>
        <translation>{at}: weniger als zehn Minuten</translation>
    </message>
    <message>
        <source>{at}: {kind} {share} %</source>
        <translation>{at}: {kind} {share}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>HeatLegend</name>
    <message>
        <source>From 0 to {top} and more</source>
        <translation>Von 0 bis {top} und mehr</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>In a heat map</source>
        <translation>In einer Heatmap</translation>
    </message>
    <message>
        <source>↑ ↓ ← →</source>
        <translation>↑ ↓ ← →</translation>
    </message>
    <message>
        <source>Go to another cell</source>
        <translation>Zu einer anderen Zelle gehen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Open the day of the cell</source>
        <translation>Den Tag der Zelle öffnen</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>Persönliches</translation>
    </message>
    <message>
        <source>Unclassified</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Ohne Eingabe</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Gespräch</translation>
    </message>
</context>
<context>
    <name>KindButton</name>
    <message>
        <source>Activities of {kind}</source>
        <translation>Tätigkeiten: {kind}</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Tätigkeit</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Case {token}</source>
        <translation>Vorgang {token}</translation>
    </message>
</context>
<context>
    <name>Letter</name>
    <message>
        <source>To: {contact}
From: {person}
Date: {today}

About: what Engineroom recorded about me at {organisation}, {days}

Please (strike out what you do not mean)
– tell me which of these data anybody but me has seen, and for what purpose;
– correct what I describe below;
– note that I object to these data being used, for the reason below.

What I want to say:


{person}
</source>
        <translation>An: {contact}
Von: {person}
Datum: {today}

Betreff: Was Engineroom bei {organisation} über mich aufgezeichnet hat, {days}

Bitte (Nichtzutreffendes streichen)
– teilen Sie mir mit, welche dieser Daten jemand außer mir gesehen hat und zu welchem Zweck;
– berichtigen Sie, was ich unten beschreibe;
– vermerken Sie, dass ich der Verwendung dieser Daten aus dem unten genannten Grund widerspreche.

Was ich sagen möchte:


{person}
</translation>
    </message>
</context>
<context>
    <name>LetterSheet</name>
    <message>
        <source>Object or ask</source>
        <translation>Widersprechen oder fragen</translation>
    </message>
    <message>
        <source>Nothing is sent from here: change the letter as you like, then copy it or keep it as a file.</source>
        <translation>Von hier wird nichts gesendet: Ändern Sie den Brief, wie Sie möchten, und kopieren Sie ihn dann oder speichern Sie ihn als Datei.</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>The letter</source>
        <translation>Der Brief</translation>
    </message>
    <message>
        <source>About the days from</source>
        <translation>Über die Tage von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>Als Text speichern…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Engineroom — {page}</source>
        <translation>Engineroom — {page}</translation>
    </message>
</context>
<context>
    <name>Meetings</name>
    <message>
        <source>The calendar whose meetings are shown</source>
        <translation>Der Kalender, dessen Besprechungen gezeigt werden</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>Kalender (*.ics)</translation>
    </message>
</context>
<context>
    <name>Moment</name>
    <message>
        <source>today at {time}</source>
        <translation>heute um {time}</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} um {time}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
</context>
<context>
    <name>MyData</name>
    <message>
        <source>Deleting</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Deleted, here and in every copy that Engineroom made.</source>
        <translation>Gelöscht, hier und in jeder Kopie, die Engineroom gemacht hat.</translation>
    </message>
    <message>
        <source>Export everything into a new folder in</source>
        <translation>Alles exportieren in einen neuen Ordner in</translation>
    </message>
    <message>
        <source>Exporting everything</source>
        <translation>Alles wird exportiert</translation>
    </message>
    <message>
        <source>Everything is in {folder}</source>
        <translation>Alles liegt in {folder}</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Keep the letter as a file</source>
        <translation>Brief als Datei speichern</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Geschrieben: {path}</translation>
    </message>
</context>
<context>
    <name>MyTime</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Monat davor</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Monat danach</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>Jahr davor</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Year after</source>
        <translation>Jahr danach</translation>
    </message>
</context>
<context>
    <name>NothingFits</name>
    <message>
        <source>Nothing here fits the filter.</source>
        <translation>Nichts hier passt zum Filter.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
</context>
<context>
    <name>NothingRecorded</name>
    <message>
        <source>Back to today</source>
        <translation>Zurück zu heute</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Before anything is recorded</source>
        <translation>Bevor etwas aufgezeichnet wird</translation>
    </message>
    <message>
        <source>Which keys you press and what you type</source>
        <translation>Welche Tasten Sie drücken und was Sie schreiben</translation>
    </message>
    <message>
        <source>Pictures of the screen</source>
        <translation>Bilder des Bildschirms</translation>
    </message>
    <message>
        <source>Web addresses</source>
        <translation>Internetadressen</translation>
    </message>
    <message>
        <source>Pointer positions</source>
        <translation>Positionen des Mauszeigers</translation>
    </message>
    <message>
        <source>Content of mail or documents</source>
        <translation>Inhalte von E-Mails oder Dokumenten</translation>
    </message>
    <message>
        <source>Other devices</source>
        <translation>Andere Geräte</translation>
    </message>
    <message>
        <source>What is recorded</source>
        <translation>Was aufgezeichnet wird</translation>
    </message>
    <message>
        <source>The time since the last input, never the input itself. {time} without input count as idle, not as “not working”.</source>
        <translation>Die Zeit seit der letzten Eingabe, nie die Eingabe selbst. {time} ohne Eingabe zählen als „Ohne Eingabe“, nicht als „arbeitet nicht“.</translation>
    </message>
    <message>
        <source>So that a stretch nobody observed is never taken for an idle one.</source>
        <translation>Damit ein Abschnitt, den niemand beobachtet hat, nie für einen ohne Eingabe gehalten wird.</translation>
    </message>
    <message>
        <source>Engineroom notes which window is in front and whether anyone is at the keyboard. You see everything it knows about you.</source>
        <translation>Engineroom vermerkt, welches Fenster im Vordergrund ist und ob jemand an der Tastatur ist. Sie sehen alles, was es über Sie weiß.</translation>
    </message>
    <message>
        <source>The window in front</source>
        <translation>Das Fenster im Vordergrund</translation>
    </message>
    <message>
        <source>Whether someone is at the keyboard</source>
        <translation>Ob jemand an der Tastatur ist</translation>
    </message>
    <message>
        <source>Sleep, stops and your pauses</source>
        <translation>Ruhezustand, Unterbrechungen und Ihre Pausen</translation>
    </message>
    <message>
        <source>Password managers and private browsing windows are private: that time passed is noted, nothing else.</source>
        <translation>Passwortmanager und private Browserfenster sind privat: Es wird vermerkt, dass Zeit vergangen ist, sonst nichts.</translation>
    </message>
    <message>
        <source>Who sees what</source>
        <translation>Wer was sieht</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>Maskiert</translation>
    </message>
    <message>
        <source>Not stored</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Day totals</source>
        <translation>Tagessummen</translation>
    </message>
    <message>
        <source>Day totals by kind</source>
        <translation>Tagessummen nach Art</translation>
    </message>
    <message>
        <source>Stretch by stretch</source>
        <translation>Abschnitt für Abschnitt</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Your supervisor sees less than you do, and never something you cannot see. Totals leave this computer only when you share them, after you were shown the exact rows.</source>
        <translation>Ihre Führungskraft sieht weniger als Sie und nie etwas, das Sie nicht sehen können. Summen verlassen diesen Computer nur, wenn Sie sie weitergeben, und erst nachdem Ihnen genau diese Zeilen gezeigt wurden.</translation>
    </message>
    <message>
        <source>Window titles</source>
        <translation>Fenstertitel</translation>
    </message>
    <message>
        <source>Minute by minute</source>
        <translation>Minute für Minute</translation>
    </message>
    <message>
        <source>Totals by category</source>
        <translation>Summen nach Kategorie</translation>
    </message>
    <message>
        <source>Applications used</source>
        <translation>Verwendete Programme</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Ohne Eingabe</translation>
    </message>
    <message>
        <source>Every stretch</source>
        <translation>Jeder Abschnitt</translation>
    </message>
    <message>
        <source>Day total only</source>
        <translation>Nur Tagessumme</translation>
    </message>
    <message>
        <source>Private time and pauses</source>
        <translation>Private Zeit und Pausen</translation>
    </message>
    <message>
        <source>That there was one, never what</source>
        <translation>Nur dass, nie was</translation>
    </message>
    <message>
        <source>“Not recorded”, no reason</source>
        <translation>„Nicht aufgezeichnet“, ohne Grund</translation>
    </message>
    <message>
        <source>Input counts</source>
        <translation>Anzahl der Eingaben</translation>
    </message>
    <message>
        <source>How long, and why</source>
        <translation>Wie lange und warum</translation>
    </message>
    <message>
        <source>In one file on this computer that only you can read. No port is opened.</source>
        <translation>In einer Datei auf diesem Computer, die nur Sie lesen können. Es wird kein Port geöffnet.</translation>
    </message>
    <message>
        <source>The record stays on this computer.</source>
        <translation>Die Aufzeichnung bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Wo sie liegt</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Pause and private time</source>
        <translation>Pause und private Zeit</translation>
    </message>
    <message>
        <source>Mark time as private: that it passed is noted, nothing else.</source>
        <translation>Markieren Sie Zeit als privat: Es wird vermerkt, dass sie vergangen ist, sonst nichts.</translation>
    </message>
    <message>
        <source>The policy allows no private time.</source>
        <translation>Die Richtlinie erlaubt keine private Zeit.</translation>
    </message>
    <message>
        <source>Everything recorded about you opens from the tray, as you see it here.</source>
        <translation>Alles, was über Sie aufgezeichnet ist, öffnen Sie über den Infobereich, so wie Sie es hier sehen.</translation>
    </message>
    <message>
        <source>The icon in the tray is visible whenever something is recorded. There is no hidden mode.</source>
        <translation>Das Symbol im Infobereich ist immer sichtbar, wenn etwas aufgezeichnet wird. Einen verdeckten Modus gibt es nicht.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Private time</source>
        <translation>Private Zeit</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Richtigstellen</translation>
    </message>
    <message>
        <source>Its application and its title, as the title bar shows it.</source>
        <translation>Sein Programm und sein Titel, so wie ihn die Titelleiste zeigt.</translation>
    </message>
    <message>
        <source>Its application and its title. Numbers, addresses and paths are masked before it is stored.</source>
        <translation>Sein Programm und sein Titel. Zahlen, Adressen und Pfade werden maskiert, bevor er gespeichert wird.</translation>
    </message>
    <message>
        <source>Its application. Titles are not stored.</source>
        <translation>Sein Programm. Titel werden nicht gespeichert.</translation>
    </message>
    <message>
        <source>Private by rule</source>
        <translation>Privat durch Regel</translation>
    </message>
    <message>
        <source>Of windows that the rules call private, that time passed is noted, nothing else.</source>
        <translation>Bei Fenstern, die die Regeln privat nennen, wird vermerkt, dass Zeit vergangen ist, sonst nichts.</translation>
    </message>
    <message>
        <source>Masked by rule</source>
        <translation>Maskiert durch Regel</translation>
    </message>
    <message>
        <source>What the rules name in a title is masked before it is stored.</source>
        <translation>Was die Regeln in einem Titel benennen, wird maskiert, bevor er gespeichert wird.</translation>
    </message>
    <message>
        <source>Cases are tokens</source>
        <translation>Vorgänge werden zu Kennzeichen</translation>
    </message>
    <message>
        <source>Where the rules find the number of a case in a title, a token made with a secret key is stored in its place: it tells that two stretches were about one case, and only who has the key can tell which.</source>
        <translation>Wo die Regeln in einem Titel die Nummer eines Vorgangs finden, wird an ihrer Stelle ein Kennzeichen gespeichert, das mit einem geheimen Schlüssel gebildet ist: Es zeigt, dass zwei Abschnitte denselben Vorgang betrafen; welchen, kann nur sagen, wer den Schlüssel hat.</translation>
    </message>
    <message>
        <source>any of the {programs}</source>
        <translation>eines der {programs}</translation>
    </message>
    <message>
        <source>any of the call programs</source>
        <translation>ein Programm für Gespräche</translation>
    </message>
    <message>
        <source>any of the chat programs</source>
        <translation>ein Chatprogramm</translation>
    </message>
    <message>
        <source>any of the browsers</source>
        <translation>ein Browser</translation>
    </message>
    <message>
        <source>That one of these programs holds the microphone: {programs}. Then you are in a call and not idle. Nothing is listened to.</source>
        <translation>Dass eines dieser Programme das Mikrofon belegt: {programs}. Dann sind Sie im Gespräch und nicht ohne Eingabe. Es wird nichts mitgehört.</translation>
    </message>
    <message>
        <source>Whether you are in a call</source>
        <translation>Ob Sie im Gespräch sind</translation>
    </message>
    <message>
        <source>The number of keys pressed, clicks and scrolls, and how many of them software made up. Never which key or where; not while the screen is locked by a locker that tells so, in private time or in a pause.</source>
        <translation>Wie viele Tastendrücke, Klicks und Scrollbewegungen es gab und wie viele davon eine Software erzeugt hat. Nie welche Taste oder wo; nicht, solange der Bildschirm von einer Sperre, die dies mitteilt, gesperrt ist, nicht in privater Zeit und nicht in einer Pause.</translation>
    </message>
    <message>
        <source>How much input there is</source>
        <translation>Wie viele Eingaben es gibt</translation>
    </message>
    <message>
        <source>{hours}. At other times nothing is looked at.</source>
        <translation>{hours}. Zu anderen Zeiten wird nichts betrachtet.</translation>
    </message>
    <message>
        <source>Only in working hours</source>
        <translation>Nur in der Arbeitszeit</translation>
    </message>
    <message>
        <source>Set by the policy of {organisation}.</source>
        <translation>Festgelegt durch die Richtlinie von {organisation}.</translation>
    </message>
    <message>
        <source>Nobody manages this desk.</source>
        <translation>Diesen Arbeitsplatz verwaltet niemand.</translation>
    </message>
    <message>
        <source>If the policy changes, this notice comes back before anything else is recorded. Nobody is ranked.</source>
        <translation>Ändert sich die Richtlinie, erscheint dieser Hinweis erneut, bevor weiter aufgezeichnet wird. Niemand wird in eine Rangfolge gebracht.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>For yourself: to see where your time goes.</source>
        <translation>Für Sie selbst: um zu sehen, wohin Ihre Zeit geht.</translation>
    </message>
    <message>
        <source>{organisation} has stated no purpose.</source>
        <translation>{organisation} hat keinen Zweck angegeben.</translation>
    </message>
    <message>
        <source>Ask {organisation}.</source>
        <translation>Wenden Sie sich an {organisation}.</translation>
    </message>
    <message>
        <source>Impact assessment</source>
        <translation>Datenschutz-Folgenabschätzung</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Windows and times for one day, then only their totals.</source>
        <translation>Fenster und Zeiten einen Tag lang, danach nur ihre Summen.</translation>
    </message>
    <message>
        <source>Windows and times for {days} days, then only their totals.</source>
        <translation>Fenster und Zeiten {days} Tage lang, danach nur ihre Summen.</translation>
    </message>
    <message>
        <source>Totals for one month.</source>
        <translation>Summen einen Monat lang.</translation>
    </message>
    <message>
        <source>Windows, times and totals for one month.</source>
        <translation>Fenster, Zeiten und Summen einen Monat lang.</translation>
    </message>
    <message>
        <source>Totals for {months} months.</source>
        <translation>Summen {months} Monate lang.</translation>
    </message>
    <message>
        <source>Windows, times and totals for {months} months.</source>
        <translation>Fenster, Zeiten und Summen {months} Monate lang.</translation>
    </message>
    <message>
        <source>You can erase it before, under “My data”.</source>
        <translation>Sie können alles vorher löschen, unter „Meine Daten“.</translation>
    </message>
    <message>
        <source>Everything until you erase it, under “My data”.</source>
        <translation>Alles, bis Sie es löschen, unter „Meine Daten“.</translation>
    </message>
    <message>
        <source>Everything for good.</source>
        <translation>Alles auf Dauer.</translation>
    </message>
    <message>
        <source>The policy does not allow you to erase it.</source>
        <translation>Die Richtlinie erlaubt Ihnen nicht, etwas davon zu löschen.</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>eine Stunde</translation>
    </message>
    <message>
        <source>until tomorrow</source>
        <translation>bis morgen</translation>
    </message>
    <message>
        <source>Stop recording for {pauses}.</source>
        <translation>Halten Sie die Aufzeichnung an: {pauses}.</translation>
    </message>
    <message>
        <source>The policy allows no pause.</source>
        <translation>Die Richtlinie erlaubt keine Pause.</translation>
    </message>
    <message>
        <source>Nothing is observed meanwhile, and the gap is shown as a pause.</source>
        <translation>Währenddessen wird nichts beobachtet, und die Lücke wird als Pause gezeigt.</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>A receipt names this text by its SHA-256 in English: {hash}</source>
        <translation>Eine Quittung nennt diesen Text mit dem SHA-256 seiner englischen Fassung: {hash}</translation>
    </message>
    <message>
        <source>Never recorded</source>
        <translation>Nie aufgezeichnet</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Your supervisor</source>
        <translation>Ihre Führungskraft</translation>
    </message>
</context>
<context>
    <name>NoticeCopying</name>
    <message>
        <source>Copy the notice as PDF</source>
        <translation>Hinweis als PDF kopieren</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Geschrieben: {path}</translation>
    </message>
</context>
<context>
    <name>NoticeExample</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Title, as it would be stored</source>
        <translation>Titel, wie er gespeichert würde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>An example from this computer, shown and not stored</source>
        <translation>Ein Beispiel von diesem Computer, gezeigt und nicht gespeichert</translation>
    </message>
    <message>
        <source>This desktop asks for one step more</source>
        <translation>Dieser Desktop braucht noch einen Schritt</translation>
    </message>
    <message>
        <source>This desktop can be seen now</source>
        <translation>Dieser Desktop ist jetzt sichtbar</translation>
    </message>
    <message>
        <source>Done: {step}</source>
        <translation>Erledigt: {step}</translation>
    </message>
    <message>
        <source>Install the extension</source>
        <translation>Erweiterung installieren</translation>
    </message>
</context>
<context>
    <name>NoticePage</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Your supervisor</source>
        <translation>Ihre Führungskraft</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Never recorded</source>
        <translation>Nie aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>NoticePreview</name>
    <message>
        <source>One day as your supervisor’s page would show it; the figures are invented</source>
        <translation>Ein Tag, wie ihn die Seite Ihrer Führungskraft zeigen würde; die Zahlen sind erfunden</translation>
    </message>
</context>
<context>
    <name>NoticeReading</name>
    <message>
        <source>Copy as PDF…</source>
        <translation>Als PDF kopieren…</translation>
    </message>
</context>
<context>
    <name>NoticeWindow</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Engineroom — {title}</source>
        <translation>Engineroom — {title}</translation>
    </message>
    <message>
        <source>Questions: {contact}</source>
        <translation>Fragen: {contact}</translation>
    </message>
    <message>
        <source>Next: {page}</source>
        <translation>Weiter: {page}</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>Ich habe das gelesen</translation>
    </message>
    <message>
        <source>Takes about a minute</source>
        <translation>Dauert etwa eine Minute</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Noch wird nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Recording starts after you have seen all pages.</source>
        <translation>Die Aufzeichnung beginnt, nachdem Sie alle Seiten gesehen haben.</translation>
    </message>
    <message>
        <source>Closing this window accepts nothing, and nothing is recorded.</source>
        <translation>Wenn Sie dieses Fenster schließen, bestätigen Sie nichts, und es wird nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Copy as PDF…</source>
        <translation>Als PDF kopieren…</translation>
    </message>
</context>
<context>
    <name>NowLine</name>
    <message>
        <source>Not right?</source>
        <translation>Stimmt nicht?</translation>
    </message>
</context>
<context>
    <name>OpenQuestion</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More answers, {when}</source>
        <translation>Weitere Antworten, {when}</translation>
    </message>
</context>
<context>
    <name>OutcomeLine</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Rückgängig (Strg+Z)</translation>
    </message>
</context>
<context>
    <name>Own data</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>Von – bis</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Aufbewahrt</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Who can see it</source>
        <translation>Wer es sehen kann</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Under the name</source>
        <translation>Unter dem Namen</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>{size} on this computer</source>
        <translation>{size} auf diesem Computer</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} Bytes</translation>
    </message>
    <message>
        <source>These rows left this computer {moment}, under the name “{person}”, and nothing else.</source>
        <translation>Diese Zeilen haben diesen Computer {moment} unter dem Namen „{person}“ verlassen, und sonst nichts.</translation>
    </message>
    <message>
        <source>These rows left this computer {moment}, under the name “{person}”, together with those of earlier days that you have deleted here since.</source>
        <translation>Diese Zeilen haben diesen Computer {moment} unter dem Namen „{person}“ verlassen, zusammen mit denen früherer Tage, die Sie hier seither gelöscht haben.</translation>
    </message>
    <message>
        <source>, and none of it has left. Everything Engineroom knows about you is on this page.</source>
        <translation>, und nichts davon hat ihn verlassen. Alles, was Engineroom über Sie weiß, steht auf dieser Seite.</translation>
    </message>
    <message>
        <source>, last shared {moment}: day totals, no titles. Everything Engineroom knows about you is on this page.</source>
        <translation>, zuletzt weitergegeben {moment}: Tagessummen, keine Titel. Alles, was Engineroom über Sie weiß, steht auf dieser Seite.</translation>
    </message>
    <message>
        <source>Spans with titles</source>
        <translation>Abschnitte mit Titeln</translation>
    </message>
    <message>
        <source>Spans with masked titles</source>
        <translation>Abschnitte mit maskierten Titeln</translation>
    </message>
    <message>
        <source>Spans without titles</source>
        <translation>Abschnitte ohne Titel</translation>
    </message>
    <message>
        <source>What was in front, when</source>
        <translation>Was wann vorn war</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Hour totals by category</source>
        <translation>Stundensummen nach Kategorie</translation>
    </message>
    <message>
        <source>Day totals</source>
        <translation>Tagessummen</translation>
    </message>
    <message>
        <source>Corrections and answers</source>
        <translation>Korrekturen und Antworten</translation>
    </message>
    <message>
        <source>Notice receipts</source>
        <translation>Quittungen des Hinweises</translation>
    </message>
    <message>
        <source>When you read which notice</source>
        <translation>Wann Sie ihn lasen</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>The last few</source>
        <translation>Die letzten</translation>
    </message>
    <message>
        <source>Nothing that is kept here has left this computer through Engineroom.</source>
        <translation>Nichts, was hier aufbewahrt ist, hat durch Engineroom diesen Computer verlassen.</translation>
    </message>
    <message>
        <source>Removes everything of the days you choose, or all of it. What you shared stays where it is.</source>
        <translation>Entfernt alles von den Tagen, die Sie wählen, oder alles. Was Sie weitergegeben haben, bleibt, wo es ist.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} Tage</translation>
    </message>
    <message>
        <source>As long as their time</source>
        <translation>So lange wie ihre Zeit</translation>
    </message>
    <message>
        <source>As long as the record</source>
        <translation>So lange wie die Aufzeichnung</translation>
    </message>
    <message>
        <source>When nothing was seen, and why</source>
        <translation>Wann nichts, und warum</translation>
    </message>
    <message>
        <source>Time per hour</source>
        <translation>Zeit je Stunde</translation>
    </message>
    <message>
        <source>Time per day and program</source>
        <translation>Zeit je Tag und Programm</translation>
    </message>
    <message>
        <source>What you said, and when</source>
        <translation>Was Sie wann sagten</translation>
    </message>
    <message>
        <source>All of this as it was</source>
        <translation>Früherer Stand</translation>
    </message>
    <message>
        <source>You; others if shared</source>
        <translation>Sie; Empfänger</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>What is older than it is kept is really deleted, every night.</source>
        <translation>Was älter ist als seine Aufbewahrung, wird jede Nacht wirklich gelöscht.</translation>
    </message>
    <message>
        <source>Nothing is deleted by itself: {kept}.</source>
        <translation>Von selbst wird nichts gelöscht. Aufbewahrung: {kept}.</translation>
    </message>
    <message>
        <source>Totals of 1 day</source>
        <translation>Summen von 1 Tag</translation>
    </message>
    <message>
        <source>Totals of {count} days</source>
        <translation>Summen von {count} Tagen</translation>
    </message>
    <message>
        <source>Once, by your hand. Open it to see the exact rows.</source>
        <translation>Einmal, durch Sie selbst. Öffnen Sie es, um genau diese Zeilen zu sehen.</translation>
    </message>
    <message>
        <source>{count} times, by your hand. Open one to see the exact rows.</source>
        <translation>{count}-mal, durch Sie selbst. Öffnen Sie einen Eintrag, um genau seine Zeilen zu sehen.</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>Etwas stimmt nicht</translation>
    </message>
    <message>
        <source>Correct a stretch on its day, or take back what you corrected.</source>
        <translation>Korrigieren Sie einen Abschnitt an seinem Tag oder nehmen Sie eine Korrektur zurück.</translation>
    </message>
    <message>
        <source>Open corrections</source>
        <translation>Korrekturen öffnen</translation>
    </message>
    <message>
        <source>Object or ask</source>
        <translation>Widersprechen oder fragen</translation>
    </message>
    <message>
        <source>Writes a letter to data protection with the dates you choose. Nothing else is attached.</source>
        <translation>Schreibt einen Brief an den Datenschutz mit den Tagen, die Sie wählen. Sonst wird nichts angehängt.</translation>
    </message>
    <message>
        <source>Start a letter…</source>
        <translation>Brief beginnen…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The policy does not allow you to delete what was recorded.</source>
        <translation>Die Richtlinie erlaubt Ihnen nicht, Aufgezeichnetes zu löschen.</translation>
    </message>
    <message>
        <source>Choose days…</source>
        <translation>Tage wählen…</translation>
    </message>
    <message>
        <source>Policy in force</source>
        <translation>Geltende Richtlinie</translation>
    </message>
    <message>
        <source>Set by {organisation}.
sha256 {hash}</source>
        <translation>Festgelegt von {organisation}.
sha256 {hash}</translation>
    </message>
    <message>
        <source>Nobody manages this desk. Every setting, and who set it.</source>
        <translation>Diesen Arbeitsplatz verwaltet niemand. Jede Einstellung und wer sie festgelegt hat.</translation>
    </message>
    <message>
        <source>Read the policy</source>
        <translation>Richtlinie lesen</translation>
    </message>
</context>
<context>
    <name>OwnDataPage</name>
    <message>
        <source>What is stored</source>
        <translation>Was gespeichert ist</translation>
    </message>
    <message>
        <source>What left this computer</source>
        <translation>Was diesen Computer verlassen hat</translation>
    </message>
    <message>
        <source>Show its rows…</source>
        <translation>Zeilen zeigen…</translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>Noch ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Alles exportieren…</translation>
    </message>
    <message>
        <source>My data</source>
        <translation>Meine Daten</translation>
    </message>
    <message>
        <source>There is no team store yet, so nobody can look. What you share yourself is listed above.</source>
        <translation>Es gibt noch keine Teamablage, also kann niemand hineinsehen. Was Sie selbst weitergeben, steht oben.</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>Wer hineingesehen hat</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Mine</source>
        <translation>Für mich</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>My time</source>
        <translation>Meine Zeit</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>My data</source>
        <translation>Meine Daten</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Supervisor&apos;s page</source>
        <translation>Führungskräfte</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Next part of the window</source>
        <translation>Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>Part of the window before</source>
        <translation>Voriger Teil des Fensters</translation>
    </message>
</context>
<context>
    <name>PauseActions</name>
    <message>
        <source>Private time</source>
        <translation>Private Zeit</translation>
    </message>
    <message>
        <source>Resume recording</source>
        <translation>Aufzeichnung fortsetzen</translation>
    </message>
</context>
<context>
    <name>PickingLanes</name>
    <message>
        <source>In the lanes</source>
        <translation>In den Spuren</translation>
    </message>
    <message>
        <source>← →</source>
        <translation>← →</translation>
    </message>
    <message>
        <source>Select the span before or after</source>
        <translation>Abschnitt davor oder danach auswählen</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>Select the first or the last span</source>
        <translation>Ersten oder letzten Abschnitt auswählen</translation>
    </message>
    <message>
        <source>Shift+← →</source>
        <translation>Umschalt+← →</translation>
    </message>
    <message>
        <source>Select more or less</source>
        <translation>Mehr oder weniger auswählen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Open the selection in the list</source>
        <translation>Auswahl in der Liste öffnen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>What can be done about the selection</source>
        <translation>Was sich mit der Auswahl tun lässt</translation>
    </message>
    <message>
        <source>+ −</source>
        <translation>+ −</translation>
    </message>
    <message>
        <source>Zoom in or out; also by Ctrl and the wheel</source>
        <translation>Vergrößern oder verkleinern; auch mit Strg und dem Mausrad</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>See the whole day</source>
        <translation>Den ganzen Tag sehen</translation>
    </message>
    <message>
        <source>Z</source>
        <translation>Z</translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation>Auswahl vergrößern</translation>
    </message>
    <message>
        <source>Page up, Page down</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Earlier or later; also by Shift and the wheel</source>
        <translation>Früher oder später; auch mit Umschalt und dem Mausrad</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>Window titles</source>
        <translation>Fenstertitel</translation>
    </message>
    <message>
        <source>Idle begins</source>
        <translation>„Ohne Eingabe“ beginnt</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Keys, clicks and scrolls</source>
        <translation>Tasten, Klicks und Scrollen</translation>
    </message>
    <message>
        <source>Recording hours</source>
        <translation>Aufzeichnungszeit</translation>
    </message>
    <message>
        <source>A day begins</source>
        <translation>Ein Tag beginnt</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>Pausen</translation>
    </message>
    <message>
        <source>Private time</source>
        <translation>Private Zeit</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Windows and times are kept</source>
        <translation>Fenster und Zeiten bleiben</translation>
    </message>
    <message>
        <source>Totals are kept</source>
        <translation>Summen bleiben</translation>
    </message>
    <message>
        <source>What you share names</source>
        <translation>Was Sie weitergeben, nennt</translation>
    </message>
    <message>
        <source>Where you share to</source>
        <translation>Wohin Sie weitergeben</translation>
    </message>
    <message>
        <source>Your name when you share</source>
        <translation>Ihr Name beim Weitergeben</translation>
    </message>
    <message>
        <source>Language of the windows</source>
        <translation>Sprache der Fenster</translation>
    </message>
    <message>
        <source>1 day, then only totals</source>
        <translation>1 Tag, danach nur Summen</translation>
    </message>
    <message>
        <source>{days} days, then only totals</source>
        <translation>{days} Tage, danach nur Summen</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 Monat</translation>
    </message>
    <message>
        <source>{months} months</source>
        <translation>{months} Monate</translation>
    </message>
    <message>
        <source>Until you delete it</source>
        <translation>Bis Sie es löschen</translation>
    </message>
    <message>
        <source>For good</source>
        <translation>Auf Dauer</translation>
    </message>
    <message>
        <source>Nobody manages this desk: what is not a default, you have set yourself.</source>
        <translation>Diesen Arbeitsplatz verwaltet niemand: Was keine Vorgabe ist, haben Sie selbst festgelegt.</translation>
    </message>
    <message>
        <source>{organisation} manages this desk. Everybody at it can read all of this.</source>
        <translation>{organisation} verwaltet diesen Arbeitsplatz. Wer an ihm arbeitet, kann all das lesen.</translation>
    </message>
    <message>
        <source>Your settings</source>
        <translation>Ihre Einstellungen</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>none is stated</source>
        <translation>keiner ist angegeben</translation>
    </message>
    <message>
        <source>Impact assessment</source>
        <translation>Datenschutz-Folgenabschätzung</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>nobody is named</source>
        <translation>niemand ist genannt</translation>
    </message>
    <message>
        <source>The policy</source>
        <translation>Die Richtlinie</translation>
    </message>
    <message>
        <source>Its SHA-256</source>
        <translation>Ihr SHA-256</translation>
    </message>
    <message>
        <source>call programs</source>
        <translation>Programme für Gespräche</translation>
    </message>
    <message>
        <source>chat programs</source>
        <translation>Chatprogramme</translation>
    </message>
    <message>
        <source>browsers</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>By the microphone of: {programs}</source>
        <translation>Erkannt am Mikrofon von: {programs}</translation>
    </message>
    <message>
        <source>At {time}</source>
        <translation>Um {time}</translation>
    </message>
    <message>
        <source>Default on a managed desk</source>
        <translation>Vorgabe an einem verwalteten Arbeitsplatz</translation>
    </message>
    <message>
        <source>Recommended by the policy</source>
        <translation>Von der Richtlinie empfohlen</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Stored as the title bar shows them</source>
        <translation>Gespeichert, wie die Titelleiste sie zeigt</translation>
    </message>
    <message>
        <source>Stored with numbers, addresses and paths masked</source>
        <translation>Gespeichert; Zahlen, Adressen und Pfade sind maskiert</translation>
    </message>
    <message>
        <source>Not stored, only the application is</source>
        <translation>Nicht gespeichert, nur das Programm</translation>
    </message>
    <message>
        <source>After {seconds} s without input</source>
        <translation>Nach {seconds} s ohne Eingabe</translation>
    </message>
    <message>
        <source>After {minutes} min without input</source>
        <translation>Nach {minutes} min ohne Eingabe</translation>
    </message>
    <message>
        <source>Not noticed</source>
        <translation>Nicht bemerkt</translation>
    </message>
    <message>
        <source>Counted, never read</source>
        <translation>Gezählt, nie gelesen</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>Nicht gezählt</translation>
    </message>
    <message>
        <source>Always, while the agent runs</source>
        <translation>Immer, solange der Agent läuft</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>until tomorrow</source>
        <translation>bis morgen</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Kinds only, such as Work</source>
        <translation>Nur Arten, wie Arbeit</translation>
    </message>
    <message>
        <source>Categories of the organisation’s rules</source>
        <translation>Kategorien der Regeln der Organisation</translation>
    </message>
    <message>
        <source>You choose each time</source>
        <translation>Sie wählen jedes Mal</translation>
    </message>
    <message>
        <source>Your login name</source>
        <translation>Ihr Anmeldename</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>That of the system</source>
        <translation>Die des Systems</translation>
    </message>
</context>
<context>
    <name>PolicySheet</name>
    <message>
        <source>Policy in force</source>
        <translation>Geltende Richtlinie</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>What holds</source>
        <translation>Was gilt</translation>
    </message>
    <message>
        <source>Who set it</source>
        <translation>Wer es festgelegt hat</translation>
    </message>
    <message>
        <source>Every setting</source>
        <translation>Jede Einstellung</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
</context>
<context>
    <name>Popover</name>
    <message>
        <source>recorded today</source>
        <translation>heute aufgezeichnet</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>Ich habe das gelesen</translation>
    </message>
    <message>
        <source>Nothing recorded yet today. Come back in a minute.</source>
        <translation>Heute wurde noch nichts aufgezeichnet. Schauen Sie in einer Minute wieder herein.</translation>
    </message>
    <message>
        <source>Nothing is known of today while the agent is not running.</source>
        <translation>Solange der Agent nicht läuft, ist über heute nichts bekannt.</translation>
    </message>
    <message>
        <source>Read what is recorded, who sees it and how to pause. Then recording begins.</source>
        <translation>Lesen Sie, was aufgezeichnet wird, wer es sieht und wie Sie pausieren. Dann beginnt die Aufzeichnung.</translation>
    </message>
    <message>
        <source>The agent has stopped. Nothing is recorded until it runs again.</source>
        <translation>Der Agent läuft nicht mehr. Bis er wieder läuft, wird nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Today: {totals}</source>
        <translation>Heute: {totals}</translation>
    </message>
    <message>
        <source>Only this stretch, {start}–{end} ({time})</source>
        <translation>Nur dieser Abschnitt, {start}–{end} ({time})</translation>
    </message>
    <message>
        <source>No gaps</source>
        <translation>Keine Lücken</translation>
    </message>
    <message>
        <source>1 gap</source>
        <translation>1 Lücke</translation>
    </message>
    <message>
        <source>{count} gaps</source>
        <translation>{count} Lücken</translation>
    </message>
</context>
<context>
    <name>PopoverWindow</name>
    <message>
        <source>Engineroom: today</source>
        <translation>Engineroom: heute</translation>
    </message>
    <message>
        <source>Today at a glance</source>
        <translation>Heute auf einen Blick</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Part of the record was lost</source>
        <translation>Ein Teil der Aufzeichnung ging verloren</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsehen</translation>
    </message>
    <message>
        <source>Review the gaps of today</source>
        <translation>Lücken von heute durchsehen</translation>
    </message>
    <message>
        <source>Add entry…</source>
        <translation>Eintrag hinzufügen…</translation>
    </message>
    <message>
        <source>Open day</source>
        <translation>Tag öffnen</translation>
    </message>
    <message>
        <source>What is recorded?</source>
        <translation>Was wird aufgezeichnet?</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel: {what}</source>
        <translation>Abbrechen: {what}</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>private time</source>
        <translation>private Zeit</translation>
    </message>
    <message>
        <source>screen locked</source>
        <translation>Bildschirm gesperrt</translation>
    </message>
    <message>
        <source>no input</source>
        <translation>keine Eingabe</translation>
    </message>
    <message>
        <source>no rule matches</source>
        <translation>keine Regel passt</translation>
    </message>
    <message>
        <source>nothing that the rule excludes is there</source>
        <translation>nichts, was die Regel ausschließt, ist da</translation>
    </message>
    <message>
        <source>app is &quot;{word}&quot;</source>
        <translation>Programm ist „{word}“</translation>
    </message>
    <message>
        <source>app is like &quot;{word}&quot;</source>
        <translation>Programm ist wie „{word}“</translation>
    </message>
    <message>
        <source>app contains &quot;{word}&quot;</source>
        <translation>Programm enthält „{word}“</translation>
    </message>
    <message>
        <source>app has &quot;{part}&quot;, which matches {pattern}</source>
        <translation>Programm hat „{part}“, das auf {pattern} passt</translation>
    </message>
    <message>
        <source>title is &quot;{word}&quot;</source>
        <translation>Titel ist „{word}“</translation>
    </message>
    <message>
        <source>title contains &quot;{word}&quot;</source>
        <translation>Titel enthält „{word}“</translation>
    </message>
    <message>
        <source>title contains &quot;{word}&quot; and &quot;{other}&quot;</source>
        <translation>Titel enthält „{word}“ und „{other}“</translation>
    </message>
    <message>
        <source>title contains {words}</source>
        <translation>Titel enthält {words}</translation>
    </message>
    <message>
        <source>title has the word &quot;{word}&quot;</source>
        <translation>Titel hat das Wort „{word}“</translation>
    </message>
    <message>
        <source>title has &quot;{part}&quot;, which matches {pattern}</source>
        <translation>Titel hat „{part}“, das auf {pattern} passt</translation>
    </message>
    <message>
        <source>state is active</source>
        <translation>Zustand ist aktiv</translation>
    </message>
    <message>
        <source>state is call</source>
        <translation>Zustand ist Gespräch</translation>
    </message>
    <message>
        <source>state is idle</source>
        <translation>Zustand ist ohne Eingabe</translation>
    </message>
    <message>
        <source>state is locked</source>
        <translation>Zustand ist gesperrt</translation>
    </message>
    <message>
        <source>idle for more than {length}</source>
        <translation>länger als {length} ohne Eingabe</translation>
    </message>
    <message>
        <source>time is within {hours}</source>
        <translation>Uhrzeit liegt in {hours}</translation>
    </message>
    <message>
        <source>it is {day}</source>
        <translation>es ist {day}</translation>
    </message>
    <message>
        <source>kept active up to {length} by rule {rule}</source>
        <translation>bis zu {length} aktiv gehalten durch Regel {rule}</translation>
    </message>
    <message>
        <source>served {category}</source>
        <translation>diente {category}</translation>
    </message>
    <message>
        <source>carried over from {category} on both sides, {length}</source>
        <translation>übernommen von {category} zu beiden Seiten, {length}</translation>
    </message>
    <message>
        <source>corrected by {who}</source>
        <translation>korrigiert von {who}</translation>
    </message>
    <message>
        <source>corrected by {who}: {reason}</source>
        <translation>korrigiert von {who}: {reason}</translation>
    </message>
    <message>
        <source>Work/{activity}</source>
        <translation>Arbeit/{activity}</translation>
    </message>
    <message>
        <source>Knowledge/{activity}</source>
        <translation>Wissen/{activity}</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>Montag</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Dienstag</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Mittwoch</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Donnerstag</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Freitag</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Samstag</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>Sonntag</translation>
    </message>
</context>
<context>
    <name>RuleChanges</name>
    <message>
        <source>7 d</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>28 d</source>
        <translation>28 Tage</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Over which time</source>
        <translation>Über welche Zeit</translation>
    </message>
    <message>
        <source>What this would change</source>
        <translation>Was das ändern würde</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Windows it matches</source>
        <translation>Fenster, auf die sie passt</translation>
    </message>
    <message>
        <source>None in this time.</source>
        <translation>Keine in dieser Zeit.</translation>
    </message>
    <message>
        <source>Minutes a day it would take</source>
        <translation>Minuten pro Tag, die sie nähme</translation>
    </message>
</context>
<context>
    <name>RuleDayBars</name>
    <message>
        <source>Minutes a day it would take</source>
        <translation>Minuten pro Tag, die sie nähme</translation>
    </message>
</context>
<context>
    <name>RuleFormPane</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Tätigkeit</translation>
    </message>
    <message>
        <source>Regular expression (advanced)</source>
        <translation>Regulärer Ausdruck (für Fortgeschrittene)</translation>
    </message>
    <message>
        <source>no activity</source>
        <translation>keine Tätigkeit</translation>
    </message>
    <message>
        <source>When all of these are true</source>
        <translation>Wenn all dies zutrifft</translation>
    </message>
    <message>
        <source>Then it is</source>
        <translation>Dann ist es</translation>
    </message>
</context>
<context>
    <name>RuleFromSelection</name>
    <message>
        <source>Rule from this…</source>
        <translation>Regel daraus…</translation>
    </message>
    <message>
        <source>Let a rule say what such windows are, from now on or ever</source>
        <translation>Eine Regel sagen lassen, was solche Fenster sind, ab jetzt oder für alle Zeit</translation>
    </message>
</context>
<context>
    <name>RuleList</name>
    <message>
        <source>Time decided in the last 28 days.
Alt+↑ and Alt+↓ move a rule.</source>
        <translation>Zeit, über die in den letzten 28 Tagen entschieden wurde.
Alt+↑ und Alt+↓ verschieben eine Regel.</translation>
    </message>
    <message>
        <source>Rules, in the order in which they are asked</source>
        <translation>Regeln, in der Reihenfolge, in der sie gefragt werden</translation>
    </message>
    <message>
        <source>Move the rule</source>
        <translation>Regel verschieben</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Alt+↑  Alt+↓</source>
        <translation>Alt+↑  Alt+↓</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
</context>
<context>
    <name>RulePage</name>
    <message>
        <source>Text of the rule file</source>
        <translation>Text der Regeldatei</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Rückgängig (Strg+Z)</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>New rule (Ctrl+N)</source>
        <translation>Neue Regel (Strg+N)</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save for new time</source>
        <translation>Für neue Zeit speichern</translation>
    </message>
    <message>
        <source>Save and apply to history</source>
        <translation>Speichern und rückwirkend anwenden</translation>
    </message>
    <message>
        <source>Save the text</source>
        <translation>Text speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>The first rule that matches decides</source>
        <translation>Die erste Regel, die passt, entscheidet</translation>
    </message>
</context>
<context>
    <name>RulePane</name>
    <message>
        <source>Text of the rule</source>
        <translation>Text der Regel</translation>
    </message>
    <message>
        <source>Try a title</source>
        <translation>Titel ausprobieren</translation>
    </message>
    <message>
        <source>A title, to see which rule decides</source>
        <translation>Ein Titel, um zu sehen, welche Regel entscheidet</translation>
    </message>
    <message>
        <source>This rule is your organisation&apos;s.</source>
        <translation>Diese Regel ist die Ihrer Organisation.</translation>
    </message>
    <message>
        <source>It says more than the form can: this is its text.</source>
        <translation>Sie sagt mehr, als das Formular kann: Das ist ihr Text.</translation>
    </message>
    <message>
        <source>You have no rules of your own yet: those that come with Engineroom decide.</source>
        <translation>Sie haben noch keine eigenen Regeln: Es entscheiden die, die mit Engineroom kommen.</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>{kind} in 7 days</source>
        <translation>{kind} in 7 Tagen</translation>
    </message>
    <message>
        <source>{kind} in 28 days</source>
        <translation>{kind} in 28 Tagen</translation>
    </message>
    <message>
        <source>{kind} in all</source>
        <translation>{kind} insgesamt</translation>
    </message>
    <message>
        <source>of {time} at the desk</source>
        <translation>von {time} am Platz</translation>
    </message>
    <message>
        <source>of {time} at the desk, 1 window</source>
        <translation>von {time} am Platz, 1 Fenster</translation>
    </message>
    <message>
        <source>of {time} at the desk, {count} windows</source>
        <translation>von {time} am Platz, {count} Fenster</translation>
    </message>
    <message>
        <source>Takes {share} of all time at the desk.</source>
        <translation>Nimmt {share} aller Zeit am Platz.</translation>
    </message>
    <message>
        <source>Takes windows of {count} programs.</source>
        <translation>Nimmt Fenster von {count} Programmen.</translation>
    </message>
    <message>
        <source>Takes {time} from “{name}”, which comes with Engineroom.</source>
        <translation>Nimmt {time} von „{name}“, die mit Engineroom kommt.</translation>
    </message>
    <message>
        <source>Takes {time} from rule {number}, “{name}”. Move it below rule {number} to leave that time as it is.</source>
        <translation>Nimmt {time} von Regel {number}, „{name}“. Verschieben Sie sie unter Regel {number}, um diese Zeit zu lassen, wie sie ist.</translation>
    </message>
    <message>
        <source>Rule {number}, “{name}”, loses {time}.</source>
        <translation>Regel {number}, „{name}“, verliert {time}.</translation>
    </message>
    <message>
        <source>1 window</source>
        <translation>1 Fenster</translation>
    </message>
    <message>
        <source>All {count} windows</source>
        <translation>Alle {count} Fenster</translation>
    </message>
    <message>
        <source>most: {count} min</source>
        <translation>höchstens: {count} min</translation>
    </message>
    <message>
        <source>App</source>
        <translation>Progr.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Ohne Eingabe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Wochentag</translation>
    </message>
    <message>
        <source>app</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>idle time</source>
        <translation>Zeit ohne Eingabe</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>weekday</source>
        <translation>Wochentag</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>enthält nicht</translation>
    </message>
    <message>
        <source>has not the word</source>
        <translation>hat nicht das Wort</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>has the word</source>
        <translation>hat das Wort</translation>
    </message>
    <message>
        <source>contains all</source>
        <translation>enthält alle</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>passt auf</translation>
    </message>
    <message>
        <source>is longer than</source>
        <translation>länger als</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>program, or one | another</source>
        <translation>Programm, oder eines | ein anderes</translation>
    </message>
    <message>
        <source>part of its name</source>
        <translation>Teil des Namens</translation>
    </message>
    <message>
        <source>one &amp; another</source>
        <translation>eines &amp; ein anderes</translation>
    </message>
    <message>
        <source>active, call, idle or locked</source>
        <translation>active, call, idle oder locked</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>word, or one | another</source>
        <translation>Wort, oder eines | ein anderes</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>{subject} {way} “{value}”</source>
        <translation>{subject} {way} „{value}“</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>nur lesbar</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>unsaved</source>
        <translation>ungespeichert</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>never holds</source>
        <translation>gilt nie</translation>
    </message>
    <message>
        <source>shadowed by #{number}</source>
        <translation>verdeckt von Nr. {number}</translation>
    </message>
    <message>
        <source>keeps time active</source>
        <translation>hält Zeit aktiv</translation>
    </message>
    <message>
        <source>masks titles</source>
        <translation>maskiert Titel</translation>
    </message>
    <message>
        <source>Looking at all that is recorded</source>
        <translation>Alles Aufgezeichnete wird betrachtet</translation>
    </message>
    <message>
        <source>Reading all that is recorded</source>
        <translation>Alles Aufgezeichnete wird gelesen</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>Saved. These rules hold for all that is recorded.</source>
        <translation>Gespeichert. Diese Regeln gelten für alles Aufgezeichnete.</translation>
    </message>
    <message>
        <source>Saved. These rules hold from now on.</source>
        <translation>Gespeichert. Diese Regeln gelten ab jetzt.</translation>
    </message>
    <message>
        <source>Undone. The rules hold that held before.</source>
        <translation>Rückgängig gemacht. Es gelten die Regeln von zuvor.</translation>
    </message>
    <message>
        <source>No rule matches: it is unclassified.</source>
        <translation>Keine Regel passt: Es ist nicht zugeordnet.</translation>
    </message>
    <message>
        <source>“{name}”, which comes with Engineroom, decides: {category}</source>
        <translation>„{name}“, die mit Engineroom kommt, entscheidet: {category}</translation>
    </message>
    <message>
        <source>Rule {number} decides: {why}</source>
        <translation>Regel {number} entscheidet: {why}</translation>
    </message>
    <message>
        <source>Say when it holds: press a word, or add a condition.</source>
        <translation>Sagen Sie, wann sie gilt: Drücken Sie ein Wort oder fügen Sie eine Bedingung hinzu.</translation>
    </message>
    <message>
        <source>Saved rules also repair history.</source>
        <translation>Gespeicherte Regeln berichtigen auch Vergangenes.</translation>
    </message>
    <message>
        <source>What was before {day} is final and stays as it is.</source>
        <translation>Was vor {day} war, steht fest und bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Your rules cannot be read, and those that you had before hold. Nothing is lost.</source>
        <translation>Ihre Regeln lassen sich nicht lesen; es gelten die, die Sie zuvor hatten. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>Reading the last 28 days…</source>
        <translation>Die letzten 28 Tage werden gelesen…</translation>
    </message>
    <message>
        <source>Nothing is recorded yet that rules could change.</source>
        <translation>Es ist noch nichts aufgezeichnet, das Regeln ändern könnten.</translation>
    </message>
    <message>
        <source>Your rule file was changed by something else meanwhile, and nothing was saved.</source>
        <translation>Ihre Regeldatei wurde inzwischen von etwas anderem geändert, und es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Show what stands in the file now, or let your edits take its place? Either can be undone.</source>
        <translation>Zeigen, was jetzt in der Datei steht, oder Ihre Änderungen an dessen Stelle setzen? Beides lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>Save my edits</source>
        <translation>Meine Änderungen speichern</translation>
    </message>
    <message>
        <source>Rules to import</source>
        <translation>Regeln zum Importieren</translation>
    </message>
    <message>
        <source>Rules, or categories of ActivityWatch (*.toml *.json)</source>
        <translation>Regeln oder Kategorien von ActivityWatch (*.toml *.json)</translation>
    </message>
    <message>
        <source>Export rules</source>
        <translation>Regeln exportieren</translation>
    </message>
    <message>
        <source>Exported to {file}.</source>
        <translation>Exportiert nach {file}.</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>The policy allows no private time</source>
        <translation>Die Richtlinie erlaubt keine private Zeit</translation>
    </message>
    <message>
        <source>pause instead, or ask who manages this desk</source>
        <translation>nehmen Sie stattdessen eine Pause oder fragen Sie, wer diesen Arbeitsplatz verwaltet</translation>
    </message>
    <message>
        <source>No agent is running</source>
        <translation>Es läuft kein Agent</translation>
    </message>
    <message>
        <source>start it with `engineroom agent`, or open the tray</source>
        <translation>starten Sie ihn mit `engineroom agent` oder öffnen Sie das Programm im Infobereich</translation>
    </message>
    <message>
        <source>The agent does not answer: it broke off</source>
        <translation>Der Agent antwortet nicht: Er brach ab</translation>
    </message>
    <message>
        <source>stop it and start it again</source>
        <translation>halten Sie ihn an und starten Sie ihn neu</translation>
    </message>
    <message>
        <source>The agent does not answer: {error}</source>
        <translation>Der Agent antwortet nicht: {error}</translation>
    </message>
    <message>
        <source>There is no record at {record}</source>
        <translation>Es gibt keine Aufzeichnung unter {record}</translation>
    </message>
    <message>
        <source>record for a while first</source>
        <translation>zeichnen Sie erst eine Weile auf</translation>
    </message>
    <message>
        <source>That is being recorded still</source>
        <translation>Das wird gerade noch aufgezeichnet</translation>
    </message>
    <message>
        <source>say it in a minute</source>
        <translation>sagen Sie es in einer Minute</translation>
    </message>
    <message>
        <source>Part of it lies outside the hours in which anything may be recorded here</source>
        <translation>Ein Teil davon liegt außerhalb der Stunden, in denen hier etwas aufgezeichnet werden darf</translation>
    </message>
    <message>
        <source>enter what lies inside them; policy or settings say which they are</source>
        <translation>tragen Sie ein, was innerhalb liegt; Richtlinie oder Einstellungen sagen, welche es sind</translation>
    </message>
    <message>
        <source>The agent is stopping</source>
        <translation>Der Agent hält gerade an</translation>
    </message>
    <message>
        <source>start it again</source>
        <translation>starten Sie ihn neu</translation>
    </message>
    <message>
        <source>The agent is too busy to answer</source>
        <translation>Der Agent ist zu beschäftigt, um zu antworten</translation>
    </message>
    <message>
        <source>try again, or restart it</source>
        <translation>versuchen Sie es noch einmal oder starten Sie ihn neu</translation>
    </message>
    <message>
        <source>somebody else listens in the agent&apos;s place</source>
        <translation>an der Stelle des Agenten hört jemand anderes zu</translation>
    </message>
    <message>
        <source>the other end is silent</source>
        <translation>die Gegenseite schweigt</translation>
    </message>
    <message>
        <source>Wayland on {compositor}: the active window cannot be seen</source>
        <translation>Wayland auf {compositor}: Das aktive Fenster ist nicht sichtbar</translation>
    </message>
    <message>
        <source>choose GNOME, Plasma, sway, another wlroots compositor, or an X11 (Xorg) session when you log in</source>
        <translation>wählen Sie bei der Anmeldung GNOME, Plasma, sway, einen anderen wlroots-Compositor oder eine X11-Sitzung (Xorg)</translation>
    </message>
    <message>
        <source>There is no display at all: neither DISPLAY nor WAYLAND_DISPLAY is set</source>
        <translation>Es gibt gar keine Anzeige: Weder DISPLAY noch WAYLAND_DISPLAY ist gesetzt</translation>
    </message>
    <message>
        <source>start Engineroom from within a desktop session</source>
        <translation>starten Sie Engineroom aus einer Desktop-Sitzung heraus</translation>
    </message>
    <message>
        <source>the plain back-end on pywinctl does not measure input</source>
        <translation>die einfache Anbindung über pywinctl misst keine Eingaben</translation>
    </message>
    <message>
        <source>the plain back-end on pywinctl does not count input</source>
        <translation>die einfache Anbindung über pywinctl zählt keine Eingaben</translation>
    </message>
    <message>
        <source>the plain back-end on pywinctl does not notice calls</source>
        <translation>die einfache Anbindung über pywinctl bemerkt keine Gespräche</translation>
    </message>
    <message>
        <source>pywinctl does not start: {words}</source>
        <translation>pywinctl startet nicht: {words}</translation>
    </message>
    <message>
        <source>pywinctl cannot see the desktop: {words}</source>
        <translation>pywinctl kann den Desktop nicht sehen: {words}</translation>
    </message>
    <message>
        <source>GNOME Shell does not draw this screen</source>
        <translation>GNOME Shell zeichnet diesen Bildschirm nicht</translation>
    </message>
    <message>
        <source>GNOME Shell, told by Engineroom&apos;s extension of every change</source>
        <translation>GNOME Shell, jede Änderung gemeldet von der Erweiterung von Engineroom</translation>
    </message>
    <message>
        <source>The setting {SCHEMA} {key} cannot be changed</source>
        <translation>Die Einstellung {SCHEMA} {key} lässt sich nicht ändern</translation>
    </message>
    <message>
        <source>switch {UUID} in the program Extensions, or ask who manages this computer</source>
        <translation>schalten Sie {UUID} im Programm Erweiterungen oder fragen Sie, wer diesen Computer verwaltet</translation>
    </message>
    <message>
        <source>GNOME Shell {shell} is older than {OLDEST_SHELL}</source>
        <translation>GNOME Shell {shell} ist älter als {OLDEST_SHELL}</translation>
    </message>
    <message>
        <source>choose a GNOME session on Xorg when you log in</source>
        <translation>wählen Sie bei der Anmeldung eine GNOME-Sitzung auf Xorg</translation>
    </message>
    <message>
        <source>{folder} cannot be deleted: {strerror}</source>
        <translation>{folder} lässt sich nicht löschen: {strerror}</translation>
    </message>
    <message>
        <source>make it yours</source>
        <translation>sorgen Sie dafür, dass es Ihnen gehört</translation>
    </message>
    <message>
        <source>GNOME Shell cannot be asked: {lost}</source>
        <translation>GNOME Shell lässt sich nicht fragen: {lost}</translation>
    </message>
    <message>
        <source>run this inside a GNOME session</source>
        <translation>führen Sie dies in einer GNOME-Sitzung aus</translation>
    </message>
    <message>
        <source>{folder} cannot be written: {strerror}</source>
        <translation>{folder} lässt sich nicht schreiben: {strerror}</translation>
    </message>
    <message>
        <source>GNOME Shell does not run in this session</source>
        <translation>GNOME Shell läuft nicht in dieser Sitzung</translation>
    </message>
    <message>
        <source>run this inside a GNOME session; other desktops need nothing installed</source>
        <translation>führen Sie dies in einer GNOME-Sitzung aus; auf anderen Desktops muss nichts installiert werden</translation>
    </message>
    <message>
        <source>GNOME Shell does not answer</source>
        <translation>GNOME Shell antwortet nicht</translation>
    </message>
    <message>
        <source>wait a little; if it goes on, log out and in</source>
        <translation>warten Sie ein wenig; hält es an, melden Sie sich ab und wieder an</translation>
    </message>
    <message>
        <source>GNOME Shell shows its windows to extensions alone, and that of Engineroom is not installed</source>
        <translation>GNOME Shell zeigt seine Fenster nur Erweiterungen, und die von Engineroom ist nicht installiert</translation>
    </message>
    <message>
        <source>run `engineroom desktop install`, then log out and in</source>
        <translation>führen Sie `engineroom desktop install` aus, melden Sie sich dann ab und wieder an</translation>
    </message>
    <message>
        <source>GNOME Shell has not loaded Engineroom&apos;s extension yet</source>
        <translation>GNOME Shell hat die Erweiterung von Engineroom noch nicht geladen</translation>
    </message>
    <message>
        <source>log out and in</source>
        <translation>melden Sie sich ab und wieder an</translation>
    </message>
    <message>
        <source>Engineroom&apos;s extension was installed for another release of GNOME Shell</source>
        <translation>Die Erweiterung von Engineroom wurde für eine andere Version der GNOME Shell installiert</translation>
    </message>
    <message>
        <source>the extension of GNOME Shell is older than this Engineroom</source>
        <translation>die Erweiterung der GNOME Shell ist älter als dieses Engineroom</translation>
    </message>
    <message>
        <source>all extensions of GNOME Shell are switched off, as it does itself after a crash</source>
        <translation>alle Erweiterungen der GNOME Shell sind ausgeschaltet, wie sie es nach einem Absturz selbst tut</translation>
    </message>
    <message>
        <source>run `gsettings set org.gnome.shell disable-user-extensions false`</source>
        <translation>führen Sie `gsettings set org.gnome.shell disable-user-extensions false` aus</translation>
    </message>
    <message>
        <source>Engineroom&apos;s extension of GNOME Shell is switched off</source>
        <translation>Die Erweiterung von Engineroom in der GNOME Shell ist ausgeschaltet</translation>
    </message>
    <message>
        <source>run `engineroom desktop install`</source>
        <translation>führen Sie `engineroom desktop install` aus</translation>
    </message>
    <message>
        <source>Engineroom&apos;s extension fails in GNOME Shell: {get}</source>
        <translation>Die Erweiterung von Engineroom versagt in der GNOME Shell: {get}</translation>
    </message>
    <message>
        <source>KWin does not answer</source>
        <translation>KWin antwortet nicht</translation>
    </message>
    <message>
        <source>KWin went away: {reason}</source>
        <translation>KWin ist verschwunden: {reason}</translation>
    </message>
    <message>
        <source>KWin cannot be reached: it is not the compositor of this Wayland display</source>
        <translation>KWin ist nicht erreichbar: Es ist nicht der Compositor dieser Wayland-Anzeige</translation>
    </message>
    <message>
        <source>KWin does not run our script</source>
        <translation>KWin führt unser Skript nicht aus</translation>
    </message>
    <message>
        <source>KWin cannot be reached: {lost}</source>
        <translation>KWin ist nicht erreichbar: {lost}</translation>
    </message>
    <message>
        <source>KWin cannot be given our script: {strerror}</source>
        <translation>Unser Skript lässt sich nicht an KWin übergeben: {strerror}</translation>
    </message>
    <message>
        <source>it closed the connection</source>
        <translation>es hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>macOS does not let Engineroom see the titles of windows</source>
        <translation>macOS lässt Engineroom die Fenstertitel nicht sehen</translation>
    </message>
    <message>
        <source>allow Engineroom in System Settings &gt; Privacy &amp; Security &gt; Accessibility; it goes on by itself</source>
        <translation>erlauben Sie Engineroom in Systemeinstellungen &gt; Datenschutz &amp; Sicherheit &gt; Bedienungshilfen; es geht von selbst weiter</translation>
    </message>
    <message>
        <source>{file} cannot be written: {strerror}</source>
        <translation>{file} lässt sich nicht schreiben: {strerror}</translation>
    </message>
    <message>
        <source>see who owns it</source>
        <translation>sehen Sie nach, wem es gehört</translation>
    </message>
    <message>
        <source>{file} cannot be removed: {strerror}</source>
        <translation>{file} lässt sich nicht entfernen: {strerror}</translation>
    </message>
    <message>
        <source>this is not macOS</source>
        <translation>dies ist nicht macOS</translation>
    </message>
    <message>
        <source>a library for macOS is missing: {name}</source>
        <translation>eine Bibliothek für macOS fehlt: {name}</translation>
    </message>
    <message>
        <source>install Engineroom anew</source>
        <translation>installieren Sie Engineroom neu</translation>
    </message>
    <message>
        <source>this macOS does not tell which programs use the microphone</source>
        <translation>dieses macOS teilt nicht mit, welche Programme das Mikrofon benutzen</translation>
    </message>
    <message>
        <source>update to macOS 14 or later</source>
        <translation>aktualisieren Sie auf macOS 14 oder neuer</translation>
    </message>
    <message>
        <source>the D-Bus {name} went away ({value})</source>
        <translation>der D-Bus {name} ist verschwunden ({value})</translation>
    </message>
    <message>
        <source>there is no D-Bus {name}</source>
        <translation>es gibt keinen D-Bus {name}</translation>
    </message>
    <message>
        <source>start Engineroom from within a desktop session that is running</source>
        <translation>starten Sie Engineroom aus einer laufenden Desktop-Sitzung heraus</translation>
    </message>
    <message>
        <source>no sound server can be reached: PULSE_SERVER names one on another machine</source>
        <translation>kein Tonserver ist erreichbar: PULSE_SERVER nennt einen auf einem anderen Rechner</translation>
    </message>
    <message>
        <source>the sound server went away: PULSE_SERVER names one on another machine</source>
        <translation>der Tonserver ist verschwunden: PULSE_SERVER nennt einen auf einem anderen Rechner</translation>
    </message>
    <message>
        <source>input cannot be counted: {fault}</source>
        <translation>Eingaben lassen sich nicht zählen: {fault}</translation>
    </message>
    <message>
        <source>allow Engineroom in System Settings &gt; Privacy &amp; Security &gt; Accessibility</source>
        <translation>erlauben Sie Engineroom in Systemeinstellungen &gt; Datenschutz &amp; Sicherheit &gt; Bedienungshilfen</translation>
    </message>
    <message>
        <source>neither logind nor a screen saver tells when the screen is locked</source>
        <translation>weder logind noch ein Bildschirmschoner teilt mit, wann der Bildschirm gesperrt ist</translation>
    </message>
    <message>
        <source>use the screen lock of your desktop; others tell nobody</source>
        <translation>benutzen Sie die Bildschirmsperre Ihres Desktops; andere sagen es niemandem</translation>
    </message>
    <message>
        <source>sway does not answer</source>
        <translation>sway antwortet nicht</translation>
    </message>
    <message>
        <source>sway cannot be reached: it has no socket for this Wayland display</source>
        <translation>sway ist nicht erreichbar: Es hat keinen Socket für diese Wayland-Anzeige</translation>
    </message>
    <message>
        <source>Wayland tells no program of the input into others</source>
        <translation>Wayland teilt keinem Programm Eingaben in andere mit</translation>
    </message>
    <message>
        <source>the Wayland compositor cannot be reached: XDG_RUNTIME_DIR is not set</source>
        <translation>der Wayland-Compositor ist nicht erreichbar: XDG_RUNTIME_DIR ist nicht gesetzt</translation>
    </message>
    <message>
        <source>the Wayland compositor does not answer</source>
        <translation>der Wayland-Compositor antwortet nicht</translation>
    </message>
    <message>
        <source>this Wayland compositor has neither keyboard nor mouse</source>
        <translation>dieser Wayland-Compositor hat weder Tastatur noch Maus</translation>
    </message>
    <message>
        <source>this Wayland compositor offers neither ext-idle-notify nor the older KDE protocol</source>
        <translation>dieser Wayland-Compositor bietet weder ext-idle-notify noch das ältere KDE-Protokoll</translation>
    </message>
    <message>
        <source>install a newer release of the compositor, or choose an X11 (Xorg) session when you log in</source>
        <translation>installieren Sie eine neuere Version des Compositors oder wählen Sie bei der Anmeldung eine X11-Sitzung (Xorg)</translation>
    </message>
    <message>
        <source>the compositor does not offer the protocol wlr-foreign-toplevel-management</source>
        <translation>der Compositor bietet das Protokoll wlr-foreign-toplevel-management nicht an</translation>
    </message>
    <message>
        <source>the compositor has stopped to tell of its windows</source>
        <translation>der Compositor meldet seine Fenster nicht mehr</translation>
    </message>
    <message>
        <source>Windows does not say when the last input of this session was</source>
        <translation>Windows sagt nicht, wann die letzte Eingabe dieser Sitzung war</translation>
    </message>
    <message>
        <source>Windows refuses to change what starts at login: {strerror}</source>
        <translation>Windows weigert sich zu ändern, was bei der Anmeldung startet: {strerror}</translation>
    </message>
    <message>
        <source>ask who manages this PC</source>
        <translation>fragen Sie, wer diesen PC verwaltet</translation>
    </message>
    <message>
        <source>Everybody on this machine has Engineroom started at login</source>
        <translation>Bei allen an diesem Rechner startet Engineroom mit der Anmeldung</translation>
    </message>
    <message>
        <source>switch it off in the settings of Windows, Apps, Startup</source>
        <translation>schalten Sie es in den Windows-Einstellungen unter Apps, Autostart aus</translation>
    </message>
    <message>
        <source>Windows does not tell when this session is locked</source>
        <translation>Windows teilt nicht mit, wann diese Sitzung gesperrt ist</translation>
    </message>
    <message>
        <source>see that the service Remote Desktop Services may start, then restart Engineroom</source>
        <translation>sorgen Sie dafür, dass der Dienst Remotedesktopdienste starten darf, und starten Sie Engineroom neu</translation>
    </message>
    <message>
        <source>this Windows does not note which programs use the microphone</source>
        <translation>dieses Windows vermerkt nicht, welche Programme das Mikrofon benutzen</translation>
    </message>
    <message>
        <source>update to Windows 10 1903 or later</source>
        <translation>aktualisieren Sie auf Windows 10 1903 oder neuer</translation>
    </message>
    <message>
        <source>this X server lacks the XScreenSaver extension, as XWayland does</source>
        <translation>diesem X-Server fehlt wie XWayland die Erweiterung XScreenSaver</translation>
    </message>
    <message>
        <source>choose an X11 (Xorg) session when you log in</source>
        <translation>wählen Sie bei der Anmeldung eine X11-Sitzung (Xorg)</translation>
    </message>
    <message>
        <source>start a window manager, or choose another desktop when you log in</source>
        <translation>starten Sie einen Fensterverwalter oder wählen Sie bei der Anmeldung einen anderen Desktop</translation>
    </message>
    <message>
        <source>sway went away: {why}</source>
        <translation>sway ist verschwunden: {why}</translation>
    </message>
    <message>
        <source>log in again; Engineroom goes on by itself when the desktop is back</source>
        <translation>melden Sie sich neu an; Engineroom macht von selbst weiter, wenn der Desktop zurück ist</translation>
    </message>
    <message>
        <source>the Wayland compositor went away: {why}</source>
        <translation>der Wayland-Compositor ist verschwunden: {why}</translation>
    </message>
    <message>
        <source>{what} cannot be reached: {reason}</source>
        <translation>{what} ist nicht erreichbar: {reason}</translation>
    </message>
    <message>
        <source>the X server cannot be reached: {reason}</source>
        <translation>der X-Server ist nicht erreichbar: {reason}</translation>
    </message>
    <message>
        <source>the X server {name} does not answer</source>
        <translation>der X-Server {name} antwortet nicht</translation>
    </message>
    <message>
        <source>the X server {name} went away</source>
        <translation>der X-Server {name} ist verschwunden</translation>
    </message>
    <message>
        <source>the X server {name} lacks XInput 2</source>
        <translation>dem X-Server {name} fehlt XInput 2</translation>
    </message>
    <message>
        <source>no window manager runs that says which window is in front</source>
        <translation>es läuft kein Fensterverwalter, der sagt, welches Fenster im Vordergrund ist</translation>
    </message>
    <message>
        <source>the window manager does not say which window is in front</source>
        <translation>der Fensterverwalter sagt nicht, welches Fenster im Vordergrund ist</translation>
    </message>
    <message>
        <source>{own} cannot be changed: {strerror}</source>
        <translation>{own} lässt sich nicht ändern: {strerror}</translation>
    </message>
    <message>
        <source>{file} was changed by something else meanwhile</source>
        <translation>{file} wurde inzwischen von etwas anderem geändert</translation>
    </message>
    <message>
        <source>look at what stands there now first</source>
        <translation>sehen Sie sich erst an, was jetzt dort steht</translation>
    </message>
    <message>
        <source>The rules cannot be written: {strerror}</source>
        <translation>Die Regeln lassen sich nicht schreiben: {strerror}</translation>
    </message>
    <message>
        <source>make {parent} yours</source>
        <translation>sorgen Sie dafür, dass {parent} Ihnen gehört</translation>
    </message>
    <message>
        <source>The rules hold, but the agent does not answer: {error}</source>
        <translation>Die Regeln gelten, aber der Agent antwortet nicht: {error}</translation>
    </message>
    <message>
        <source>The agent cannot listen at {place}: {strerror}</source>
        <translation>Der Agent kann unter {place} nicht zuhören: {strerror}</translation>
    </message>
    <message>
        <source>check that nothing of somebody else is there</source>
        <translation>prüfen Sie, dass dort nichts von jemand anderem liegt</translation>
    </message>
    <message>
        <source>The agent does not understand this</source>
        <translation>Der Agent versteht das nicht</translation>
    </message>
    <message>
        <source>use the same version of both</source>
        <translation>benutzen Sie von beiden dieselbe Version</translation>
    </message>
    <message>
        <source>what has no category is Unclassified here by itself</source>
        <translation>was keine Kategorie hat, ist hier von selbst nicht zugeordnet</translation>
    </message>
    <message>
        <source>its pattern {pattern} would match everything</source>
        <translation>ihr Muster {pattern} würde auf alles passen</translation>
    </message>
    <message>
        <source>This is not an export of ActivityWatch&apos;s categories: {error}</source>
        <translation>Das ist kein Export der Kategorien von ActivityWatch: {error}</translation>
    </message>
    <message>
        <source>in ActivityWatch open Settings, and below Categorization choose Export</source>
        <translation>öffnen Sie in ActivityWatch die Einstellungen (Settings) und wählen Sie unter Categorization „Export“</translation>
    </message>
    <message>
        <source>its pattern {pattern} does not compile here: {error}</source>
        <translation>ihr Muster {pattern} ist hier nicht zu verstehen: {error}</translation>
    </message>
    <message>
        <source>rule {id} can never have its effect {effect}</source>
        <translation>Regel {id} kann ihre Wirkung {effect} nie haben</translation>
    </message>
    <message>
        <source>rule {id} can never have its effect {effect}: its conditions on the moment exclude each other</source>
        <translation>Regel {id} kann ihre Wirkung {effect} nie haben: Ihre Bedingungen an den Augenblick schließen einander aus</translation>
    </message>
    <message>
        <source>rule {id} can never have its effect {effect}: rule {id2}{where} matches whatever it matches, and is asked first</source>
        <translation>Regel {id} kann ihre Wirkung {effect} nie haben: Regel {id2}{where} passt auf alles, worauf sie passt, und wird zuerst gefragt</translation>
    </message>
    <message>
        <source>rule {id} is never asked: your organisation has a rule of that name, which stands in for it</source>
        <translation>Regel {id} wird nie gefragt: Ihre Organisation hat eine Regel dieses Namens, die an ihre Stelle tritt</translation>
    </message>
    <message>
        <source>give yours another id</source>
        <translation>geben Sie Ihrer eine andere id</translation>
    </message>
    <message>
        <source>change one of them, or remove it</source>
        <translation>ändern oder entfernen Sie eine davon</translation>
    </message>
    <message>
        <source>write it as Work/Mail or Personal</source>
        <translation>schreiben Sie es wie Work/Mail oder Personal</translation>
    </message>
    <message>
        <source>write it as 90s, 10m or 1h30m</source>
        <translation>schreiben Sie es wie 90s, 10m oder 1h30m</translation>
    </message>
    <message>
        <source>{written} is longer than {value} minutes</source>
        <translation>{written} ist länger als {value} Minuten</translation>
    </message>
    <message>
        <source>choose a shorter time</source>
        <translation>wählen Sie eine kürzere Zeit</translation>
    </message>
    <message>
        <source>the pattern {written} does not compile: {error}</source>
        <translation>das Muster {written} ist nicht zu verstehen: {error}</translation>
    </message>
    <message>
        <source>correct the pattern</source>
        <translation>berichtigen Sie das Muster</translation>
    </message>
    <message>
        <source>{fault}; until then the rules from before hold</source>
        <translation>{fault}; bis dahin gelten die Regeln von zuvor</translation>
    </message>
    <message>
        <source>Your rules hold, but {last_good} cannot be written: {strerror}</source>
        <translation>Ihre Regeln gelten, aber {last_good} lässt sich nicht schreiben: {strerror}</translation>
    </message>
    <message>
        <source>make it and its folder yours</source>
        <translation>sorgen Sie dafür, dass es und sein Ordner Ihnen gehören</translation>
    </message>
    <message>
        <source>{text} is not a length of time such as 90s, 10m or 1h30m</source>
        <translation>{text} ist keine Dauer wie 90s, 10m oder 1h30m</translation>
    </message>
    <message>
        <source>{word} is not of the form &apos;08:00-12:00&apos;</source>
        <translation>{word} hat nicht die Form &apos;08:00-12:00&apos;</translation>
    </message>
    <message>
        <source>{word} is not within a day of 24 hours</source>
        <translation>{word} liegt nicht in einem Tag von 24 Stunden</translation>
    </message>
    <message>
        <source>{word} ends when it begins</source>
        <translation>{word} endet, wenn es beginnt</translation>
    </message>
    <message>
        <source>{word} is not of the form &apos;Sat&apos; or &apos;Mon-Fri&apos;</source>
        <translation>{word} hat nicht die Form &apos;Sat&apos; oder &apos;Mon-Fri&apos;</translation>
    </message>
    <message>
        <source>{word} is not a day: they are {join}</source>
        <translation>{word} ist kein Tag: Es gibt {join}</translation>
    </message>
    <message>
        <source>name programs, or sets such as @browsers that come with Engineroom</source>
        <translation>nennen Sie Programme oder Mengen wie @browsers, die mit Engineroom kommen</translation>
    </message>
    <message>
        <source>the {key} {name} is taken by the {which} on line {line}</source>
        <translation>{key} {name} gehört schon zu {which} in Zeile {line}</translation>
    </message>
    <message>
        <source>give one of them another {key}</source>
        <translation>geben Sie einer davon eine andere {key}</translation>
    </message>
    <message>
        <source>the key &apos;category&apos; is missing</source>
        <translation>der Schlüssel &apos;category&apos; fehlt</translation>
    </message>
    <message>
        <source>{path} names no activity</source>
        <translation>{path} nennt keine Tätigkeit</translation>
    </message>
    <message>
        <source>write it as Work/Claims</source>
        <translation>schreiben Sie es wie Work/Claims</translation>
    </message>
    <message>
        <source>the key &apos;limit&apos; is missing</source>
        <translation>der Schlüssel &apos;limit&apos; fehlt</translation>
    </message>
    <message>
        <source>add it, such as limit = &quot;60s&quot;</source>
        <translation>fügen Sie ihn hinzu, etwa limit = &quot;60s&quot;</translation>
    </message>
    <message>
        <source>{earlier} cannot be read: {strerror}</source>
        <translation>{earlier} lässt sich nicht lesen: {strerror}</translation>
    </message>
    <message>
        <source>make the folder yours</source>
        <translation>sorgen Sie dafür, dass der Ordner Ihnen gehört</translation>
    </message>
    <message>
        <source>write it as &apos;Sat&apos; or &apos;Mon-Fri&apos;</source>
        <translation>schreiben Sie es wie &apos;Sat&apos; oder &apos;Mon-Fri&apos;</translation>
    </message>
    <message>
        <source>the key &apos;id&apos; is missing</source>
        <translation>der Schlüssel &apos;id&apos; fehlt</translation>
    </message>
    <message>
        <source>this rule has no effect</source>
        <translation>diese Regel bewirkt nichts</translation>
    </message>
    <message>
        <source>add one of {join}</source>
        <translation>fügen Sie eines hinzu von {join}</translation>
    </message>
    <message>
        <source>this rule has no condition and would match everything</source>
        <translation>diese Regel hat keine Bedingung und würde auf alles passen</translation>
    </message>
    <message>
        <source>add one of {keys}</source>
        <translation>fügen Sie eines hinzu von {keys}</translation>
    </message>
    <message>
        <source>private, redact and case hold before anything is stored and cannot depend on the moment</source>
        <translation>private, redact und case gelten, bevor etwas gespeichert wird, und können nicht vom Augenblick abhängen</translation>
    </message>
    <message>
        <source>take {key} away, or make two rules</source>
        <translation>entfernen Sie {key} oder machen Sie zwei Regeln daraus</translation>
    </message>
    <message>
        <source>keep_active is about idle time, which this state leaves out</source>
        <translation>bei keep_active geht es um Zeit ohne Eingabe, die dieser Zustand ausschließt</translation>
    </message>
    <message>
        <source>make two rules</source>
        <translation>machen Sie zwei Regeln daraus</translation>
    </message>
    <message>
        <source>there is no set {word} under [{table}]</source>
        <translation>es gibt keine Menge {word} unter [{table}]</translation>
    </message>
    <message>
        <source>there is no set {word} under [{table}], did you mean {close}?</source>
        <translation>es gibt keine Menge {word} unter [{table}]; meinten Sie {close}?</translation>
    </message>
    <message>
        <source>use one of {known}</source>
        <translation>nehmen Sie eines von {known}</translation>
    </message>
    <message>
        <source>name it under [{table}]</source>
        <translation>benennen Sie sie unter [{table}]</translation>
    </message>
    <message>
        <source>write it as &apos;08:00-12:00&apos;</source>
        <translation>schreiben Sie es wie &apos;08:00-12:00&apos;</translation>
    </message>
    <message>
        <source>it keeps nothing active</source>
        <translation>sie hält nichts aktiv</translation>
    </message>
    <message>
        <source>write up to {value}m</source>
        <translation>schreiben Sie höchstens {value}m</translation>
    </message>
    <message>
        <source>the pattern {case} has no group named {CASE_GROUP}</source>
        <translation>das Muster {case} hat keine Gruppe mit dem Namen {CASE_GROUP}</translation>
    </message>
    <message>
        <source>the pattern {pattern} finds something in nothing</source>
        <translation>das Muster {pattern} findet etwas in nichts</translation>
    </message>
    <message>
        <source>put (?P&lt;{CASE_GROUP}&gt;…) around what identifies the work item</source>
        <translation>setzen Sie (?P&lt;{CASE_GROUP}&gt;…) um das, was den Vorgang bezeichnet</translation>
    </message>
    <message>
        <source>there is nothing to put a mark for</source>
        <translation>es gibt nichts, wofür ein Zeichen zu setzen wäre</translation>
    </message>
    <message>
        <source>add redact, or take it away</source>
        <translation>fügen Sie redact hinzu oder entfernen Sie es</translation>
    </message>
    <message>
        <source>let it find at least one character</source>
        <translation>lassen Sie es mindestens ein Zeichen finden</translation>
    </message>
    <message>
        <source>A rule came out other than it was meant</source>
        <translation>Eine Regel kam anders heraus, als sie gemeint war</translation>
    </message>
    <message>
        <source>the rules are not written as [[rule]] tables</source>
        <translation>die Regeln sind nicht als [[rule]]-Tabellen geschrieben</translation>
    </message>
    <message>
        <source>write each as a table of its own</source>
        <translation>schreiben Sie jede als eigene Tabelle</translation>
    </message>
    <message>
        <source>This is not one [[rule]]</source>
        <translation>Das ist nicht genau eine [[rule]]</translation>
    </message>
    <message>
        <source>write one rule here, and the rest in the file</source>
        <translation>schreiben Sie hier eine Regel und die übrigen in die Datei</translation>
    </message>
    <message>
        <source>the pattern {pattern} can run away: there are titles that it takes over {value} ms for</source>
        <translation>das Muster {pattern} kann ausufern: Es gibt Titel, für die es über {value} ms braucht</translation>
    </message>
    <message>
        <source>let no repetition stand within another or beside one that finds the same, or use title_contains</source>
        <translation>lassen Sie keine Wiederholung in einer anderen oder neben einer stehen, die dasselbe findet, oder nehmen Sie title_contains</translation>
    </message>
    <message>
        <source>Patterns cannot be tried: the process for it does not start</source>
        <translation>Muster lassen sich nicht erproben: Der Prozess dafür startet nicht</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>Patterns cannot be tried: {error}</source>
        <translation>Muster lassen sich nicht erproben: {error}</translation>
    </message>
    <message>
        <source>end other programs and try again</source>
        <translation>beenden Sie andere Programme und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>outside the working hours</source>
        <translation>außerhalb der Arbeitszeit</translation>
    </message>
    <message>
        <source>in private time</source>
        <translation>in privater Zeit</translation>
    </message>
    <message>
        <source>There is no folder {around}</source>
        <translation>Es gibt keinen Ordner {around}</translation>
    </message>
    <message>
        <source>make it first</source>
        <translation>legen Sie ihn erst an</translation>
    </message>
    <message>
        <source>{target} cannot be written: {strerror}</source>
        <translation>{target} lässt sich nicht schreiben: {strerror}</translation>
    </message>
    <message>
        <source>choose a folder with room for it</source>
        <translation>wählen Sie einen Ordner, der Platz dafür hat</translation>
    </message>
    <message>
        <source>`engineroom scrub`</source>
        <translation>führen Sie `engineroom scrub` aus</translation>
    </message>
    <message>
        <source>This is not GNOME</source>
        <translation>Das ist nicht GNOME</translation>
    </message>
    <message>
        <source>nothing need be installed here; see `engineroom doctor`</source>
        <translation>hier muss nichts installiert werden; siehe `engineroom doctor`</translation>
    </message>
    <message>
        <source>{target} is no plain file</source>
        <translation>{target} ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>name the file to write to</source>
        <translation>nennen Sie die Datei, in die geschrieben werden soll</translation>
    </message>
    <message>
        <source>name a file in a folder of yours</source>
        <translation>nennen Sie eine Datei in einem Ordner, der Ihnen gehört</translation>
    </message>
    <message>
        <source>One backup can be restored</source>
        <translation>Eine Sicherung kann zurückgeholt werden</translation>
    </message>
    <message>
        <source>name its file, or say --latest</source>
        <translation>nennen Sie ihre Datei oder sagen Sie --latest</translation>
    </message>
    <message>
        <source>There is no good backup in {backups}</source>
        <translation>In {backups} ist keine brauchbare Sicherung</translation>
    </message>
    <message>
        <source>name the file of another one</source>
        <translation>nennen Sie die Datei einer anderen</translation>
    </message>
    <message>
        <source>The policy does not allow to erase what was recorded</source>
        <translation>Die Richtlinie erlaubt nicht, Aufgezeichnetes zu löschen</translation>
    </message>
    <message>
        <source>ask who manages this desk</source>
        <translation>fragen Sie, wer diesen Arbeitsplatz verwaltet</translation>
    </message>
    <message>
        <source>{day} has not begun</source>
        <translation>{day} hat noch nicht begonnen</translation>
    </message>
    <message>
        <source>An agent is recording ({holder_session})</source>
        <translation>Ein Agent zeichnet auf ({holder_session})</translation>
    </message>
    <message>
        <source>choose `Quit and stop recording` in the tray, or end `engineroom agent`; then {command} again</source>
        <translation>wählen Sie im Infobereich „Beenden und Aufzeichnung anhalten“ oder beenden Sie `engineroom agent`; dann noch einmal {command}</translation>
    </message>
    <message>
        <source>There is no folder {parent}</source>
        <translation>Es gibt keinen Ordner {parent}</translation>
    </message>
    <message>
        <source>{target} is a folder</source>
        <translation>{target} ist ein Ordner</translation>
    </message>
    <message>
        <source>name a file in it</source>
        <translation>nennen Sie eine Datei darin</translation>
    </message>
    <message>
        <source>Another notice holds than the one that was read</source>
        <translation>Es gilt ein anderer Hinweis als der gelesene</translation>
    </message>
    <message>
        <source>close it, and read it anew</source>
        <translation>schließen Sie ihn und lesen Sie ihn neu</translation>
    </message>
    <message>
        <source>This notice has not been shown to you yet</source>
        <translation>Dieser Hinweis wurde Ihnen noch nicht gezeigt</translation>
    </message>
    <message>
        <source>read it first with `engineroom notice show`</source>
        <translation>lesen Sie ihn erst mit `engineroom notice show`</translation>
    </message>
    <message>
        <source>The policy does not allow to take out what was recorded</source>
        <translation>Die Richtlinie erlaubt nicht, Aufgezeichnetes herauszunehmen</translation>
    </message>
    <message>
        <source>No folder to share to</source>
        <translation>Kein Ordner zum Weitergeben</translation>
    </message>
    <message>
        <source>give one with --to, or set share_folder in settings.toml</source>
        <translation>geben Sie einen mit --to an oder setzen Sie share_folder in settings.toml</translation>
    </message>
    <message>
        <source>There is nothing to share yet</source>
        <translation>Es gibt noch nichts weiterzugeben</translation>
    </message>
    <message>
        <source>Today&apos;s care of the record waits: {error}</source>
        <translation>Die heutige Pflege der Aufzeichnung wartet: {error}</translation>
    </message>
    <message>
        <source>The record {reason}</source>
        <translation>Die Aufzeichnung {reason}</translation>
    </message>
    <message>
        <source>stop the agent and start it again: it builds the record again</source>
        <translation>halten Sie den Agenten an und starten Sie ihn neu: Er baut die Aufzeichnung wieder auf</translation>
    </message>
    <message>
        <source>input is not counted: the setting `input_counts` is off</source>
        <translation>Eingaben werden nicht gezählt: Die Einstellung `input_counts` ist aus</translation>
    </message>
    <message>
        <source>calls are not noticed: the setting `call_apps` names no program</source>
        <translation>Gespräche werden nicht bemerkt: Die Einstellung `call_apps` nennt kein Programm</translation>
    </message>
    <message>
        <source>the key of the cases has {len} bytes, which is less than {SHORTEST_KEY}</source>
        <translation>der Schlüssel der Vorgänge hat {len} Bytes, weniger als {SHORTEST_KEY}</translation>
    </message>
    <message>
        <source>the key of the cases is neither hex digits nor base64</source>
        <translation>der Schlüssel der Vorgänge besteht weder aus Hexadezimalziffern noch aus base64</translation>
    </message>
    <message>
        <source>{file} cannot be used: {strerror}</source>
        <translation>{file} lässt sich nicht benutzen: {strerror}</translation>
    </message>
    <message>
        <source>{file}: this is no key</source>
        <translation>{file}: Das ist kein Schlüssel</translation>
    </message>
    <message>
        <source>delete it; cases then have other tokens from the next one on</source>
        <translation>löschen Sie ihn; vom nächsten an haben Vorgänge dann andere Kennzeichen</translation>
    </message>
    <message>
        <source>a category begins with {join}, not {kind}, did you mean &apos;{close}&apos;?</source>
        <translation>eine Kategorie beginnt mit {join}, nicht mit {kind}; meinten Sie &apos;{close}&apos;?</translation>
    </message>
    <message>
        <source>a category begins with {join}, not {kind}</source>
        <translation>eine Kategorie beginnt mit {join}, nicht mit {kind}</translation>
    </message>
    <message>
        <source>{path} names no activity behind the slash</source>
        <translation>{path} nennt hinter dem Schrägstrich keine Tätigkeit</translation>
    </message>
    <message>
        <source>{path} has a space around its activity and would count apart from {tidy}</source>
        <translation>{path} hat ein Leerzeichen an der Tätigkeit und würde getrennt von {tidy} zählen</translation>
    </message>
    <message>
        <source>{path} does not begin with a kind</source>
        <translation>{path} beginnt nicht mit einer Art</translation>
    </message>
    <message>
        <source>A pause of {choice} is not among those allowed</source>
        <translation>Eine Pause von {choice} gehört nicht zu den erlaubten</translation>
    </message>
    <message>
        <source>choose one of: {allowed}</source>
        <translation>wählen Sie eine von: {allowed}</translation>
    </message>
    <message>
        <source>a managed desk records nothing without an impact assessment</source>
        <translation>ein verwalteter Arbeitsplatz zeichnet ohne Datenschutz-Folgenabschätzung nichts auf</translation>
    </message>
    <message>
        <source>enter the reference of your assessment there</source>
        <translation>tragen Sie dort das Zeichen Ihrer Folgenabschätzung ein</translation>
    </message>
    <message>
        <source>write at least 16 random bytes there, as hex digits or base64</source>
        <translation>schreiben Sie dort mindestens 16 zufällige Bytes hin, als Hexadezimalziffern oder base64</translation>
    </message>
    <message>
        <source>write days and times as in &apos;Mon-Fri 07:00-19:00&apos;</source>
        <translation>schreiben Sie Tage und Zeiten wie in &apos;Mon-Fri 07:00-19:00&apos;</translation>
    </message>
    <message>
        <source>this is a fault in Engineroom, please report it</source>
        <translation>das ist ein Fehler in Engineroom, bitte melden Sie ihn</translation>
    </message>
    <message>
        <source>Nothing is recorded: the notice has not been acknowledged</source>
        <translation>Es wird nichts aufgezeichnet: Der Hinweis wurde nicht bestätigt</translation>
    </message>
    <message>
        <source>read it with `engineroom notice show`, then run `engineroom notice accept`</source>
        <translation>lesen Sie ihn mit `engineroom notice show` und führen Sie dann `engineroom notice accept` aus</translation>
    </message>
    <message>
        <source>An entry says what the time was</source>
        <translation>Ein Eintrag sagt, was die Zeit war</translation>
    </message>
    <message>
        <source>give a category such as Work/Claims</source>
        <translation>geben Sie eine Kategorie an wie Work/Claims</translation>
    </message>
    <message>
        <source>{text} is not a moment</source>
        <translation>{text} ist kein Zeitpunkt</translation>
    </message>
    <message>
        <source>write it as 2026-03-12T09:14, or 09:14 for today</source>
        <translation>schreiben Sie ihn wie 2026-03-12T09:14 oder 09:14 für heute</translation>
    </message>
    <message>
        <source>{folder} cannot be used: {strerror}</source>
        <translation>{folder} lässt sich nicht benutzen: {strerror}</translation>
    </message>
    <message>
        <source>make it a folder of your own, or set ENGINEROOM_HOME to one</source>
        <translation>machen Sie ihn zu Ihrem eigenen Ordner oder setzen Sie ENGINEROOM_HOME auf einen</translation>
    </message>
    <message>
        <source>make it and its folder yours, or set ENGINEROOM_HOME to a folder of your own</source>
        <translation>sorgen Sie dafür, dass es und sein Ordner Ihnen gehören, oder setzen Sie ENGINEROOM_HOME auf einen eigenen Ordner</translation>
    </message>
    <message>
        <source>There is no period {word}</source>
        <translation>Es gibt keinen Zeitraum {word}</translation>
    </message>
    <message>
        <source>use one of {join}</source>
        <translation>nehmen Sie eines von {join}</translation>
    </message>
    <message>
        <source>{text} is not a day</source>
        <translation>{text} ist kein Tag</translation>
    </message>
    <message>
        <source>write it as 2026-03-12, today or yesterday</source>
        <translation>schreiben Sie ihn wie 2026-03-12, today oder yesterday</translation>
    </message>
    <message>
        <source>The period ends on {last}, before it begins on {first}</source>
        <translation>Der Zeitraum endet am {last}, bevor er am {first} beginnt</translation>
    </message>
    <message>
        <source>give the earlier day first</source>
        <translation>nennen Sie den früheren Tag zuerst</translation>
    </message>
    <message>
        <source>{path}, line {line_of}</source>
        <translation>{path}, Zeile {line_of}</translation>
    </message>
    <message>
        <source>{path}, line {line_of}, {place}: {reason}</source>
        <translation>{path}, Zeile {line_of}, {place}: {reason}</translation>
    </message>
    <message>
        <source>{path}, line {line_of}: {reason}</source>
        <translation>{path}, Zeile {line_of}: {reason}</translation>
    </message>
    <message>
        <source>correct the value</source>
        <translation>berichtigen Sie den Wert</translation>
    </message>
    <message>
        <source>the key {missing} is missing</source>
        <translation>der Schlüssel {missing} fehlt</translation>
    </message>
    <message>
        <source>add it</source>
        <translation>fügen Sie ihn hinzu</translation>
    </message>
    <message>
        <source>{path}, line {line}: this is not UTF-8</source>
        <translation>{path}, Zeile {line}: Das ist kein UTF-8</translation>
    </message>
    <message>
        <source>save the file as UTF-8</source>
        <translation>speichern Sie die Datei als UTF-8</translation>
    </message>
    <message>
        <source>{path} cannot be read: {strerror}</source>
        <translation>{path} lässt sich nicht lesen: {strerror}</translation>
    </message>
    <message>
        <source>check its permissions</source>
        <translation>prüfen Sie die Zugriffsrechte</translation>
    </message>
    <message>
        <source>{path}, line {line}: {reason}</source>
        <translation>{path}, Zeile {line}: {reason}</translation>
    </message>
    <message>
        <source>correct that line, or move the file away</source>
        <translation>berichtigen Sie diese Zeile oder schieben Sie die Datei beiseite</translation>
    </message>
    <message>
        <source>it belongs to somebody else</source>
        <translation>es gehört jemand anderem</translation>
    </message>
    <message>
        <source>{line} is not of the form &apos;Mon-Fri 07:00-19:00&apos;</source>
        <translation>{line} hat nicht die Form &apos;Mon-Fri 07:00-19:00&apos;</translation>
    </message>
    <message>
        <source>{line} ends when it begins</source>
        <translation>{line} endet, wenn es beginnt</translation>
    </message>
    <message>
        <source>&apos;{hour}:{minute}&apos; is not a time of day</source>
        <translation>&apos;{hour}:{minute}&apos; ist keine Uhrzeit</translation>
    </message>
    <message>
        <source>The agent cannot be started: {strerror}</source>
        <translation>Der Agent lässt sich nicht starten: {strerror}</translation>
    </message>
    <message>
        <source>check that {command} can be run and {parent} be written</source>
        <translation>prüfen Sie, dass sich {command} ausführen und {parent} schreiben lässt</translation>
    </message>
    <message>
        <source>Something went wrong: {error}</source>
        <translation>Etwas ging schief: {error}</translation>
    </message>
    <message>
        <source>`engineroom {join}` failed: {happened}</source>
        <translation>`engineroom {join}` ist gescheitert: {happened}</translation>
    </message>
    <message>
        <source>run it in a terminal to see more</source>
        <translation>führen Sie es in einem Terminal aus, um mehr zu sehen</translation>
    </message>
    <message>
        <source>{file} could not be written</source>
        <translation>{file} ließ sich nicht schreiben</translation>
    </message>
    <message>
        <source>choose a file in a folder of yours with room for it</source>
        <translation>wählen Sie eine Datei in einem eigenen Ordner, der Platz dafür hat</translation>
    </message>
    <message>
        <source>These rules name sets or activities that yours name too</source>
        <translation>Diese Regeln benennen Mengen oder Tätigkeiten, die auch Ihre benennen</translation>
    </message>
    <message>
        <source>put the two files together by hand</source>
        <translation>fügen Sie die beiden Dateien von Hand zusammen</translation>
    </message>
    <message>
        <source>{rules} cannot be read: {strerror}</source>
        <translation>{rules} lässt sich nicht lesen: {strerror}</translation>
    </message>
    <message>
        <source>The setting {key} names the set {word}, which does not exist</source>
        <translation>Die Einstellung {key} nennt die Menge {word}, die es nicht gibt</translation>
    </message>
    <message>
        <source>The setting {key} names the set {word}, which does not exist, did you mean {close}?</source>
        <translation>Die Einstellung {key} nennt die Menge {word}, die es nicht gibt; meinten Sie {close}?</translation>
    </message>
    <message>
        <source>Days to erase have a first and a last one</source>
        <translation>Tage, die gelöscht werden sollen, haben einen ersten und einen letzten</translation>
    </message>
    <message>
        <source>say both, --from and --to</source>
        <translation>nennen Sie beide, --from und --to</translation>
    </message>
    <message>
        <source>give an earlier day, or --all</source>
        <translation>nennen Sie einen früheren Tag, oder --all</translation>
    </message>
    <message>
        <source>{filename} holds what was erased: {strerror}</source>
        <translation>{filename} enthält, was gelöscht wurde: {strerror}</translation>
    </message>
    <message>
        <source>make it yours, and erase again</source>
        <translation>sorgen Sie dafür, dass es Ihnen gehört, und löschen Sie noch einmal</translation>
    </message>
    <message>
        <source>there is no key {unknown}</source>
        <translation>es gibt keinen Schlüssel {unknown}</translation>
    </message>
    <message>
        <source>there is no key {unknown}, did you mean {close}?</source>
        <translation>es gibt keinen Schlüssel {unknown}; meinten Sie {close}?</translation>
    </message>
    <message>
        <source>{wrong} is not a value for this key</source>
        <translation>{wrong} ist kein Wert für diesen Schlüssel</translation>
    </message>
    <message>
        <source>{wrong} is not a value for this key, did you mean {close}?</source>
        <translation>{wrong} ist kein Wert für diesen Schlüssel; meinten Sie {close}?</translation>
    </message>
    <message>
        <source>{file} cannot be read: {error}</source>
        <translation>{file} lässt sich nicht lesen: {error}</translation>
    </message>
    <message>
        <source>choose another file</source>
        <translation>wählen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>choose another folder</source>
        <translation>wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>there is no bucket of the type {WINDOWS} in it</source>
        <translation>es ist kein Bucket der Art {WINDOWS} darin</translation>
    </message>
    <message>
        <source>export that bucket as well</source>
        <translation>exportieren Sie auch diesen Bucket</translation>
    </message>
    <message>
        <source>this is no export of ActivityWatch: {shape_in_words}</source>
        <translation>das ist kein Export von ActivityWatch: {shape_in_words}</translation>
    </message>
    <message>
        <source>this is no JSON: {error}</source>
        <translation>das ist kein JSON: {error}</translation>
    </message>
    <message>
        <source>{name}, event {number}</source>
        <translation>{name}, Ereignis {number}</translation>
    </message>
    <message>
        <source>there is no column {join}</source>
        <translation>es gibt keine Spalte {join}</translation>
    </message>
    <message>
        <source>name the columns in the first line: start, duration_ms or end, app; and title, state, source if there are</source>
        <translation>nennen Sie in der ersten Zeile die Spalten: start, duration_ms oder end, app; und title, state, source, wenn es sie gibt</translation>
    </message>
    <message>
        <source>it has {len} cells and not {len2}</source>
        <translation>sie hat {len} Zellen und nicht {len2}</translation>
    </message>
    <message>
        <source>its duration is not a number of milliseconds</source>
        <translation>seine Dauer ist keine Zahl von Millisekunden</translation>
    </message>
    <message>
        <source>this is no CSV: {error}</source>
        <translation>das ist kein CSV: {error}</translation>
    </message>
    <message>
        <source>its state is none of {join}</source>
        <translation>sein Zustand ist keiner von {join}</translation>
    </message>
    <message>
        <source>give the file as it was exported, and the format that it has</source>
        <translation>geben Sie die Datei, wie sie exportiert wurde, und ihr Format an</translation>
    </message>
    <message>
        <source>this is not UTF-8</source>
        <translation>das ist kein UTF-8</translation>
    </message>
    <message>
        <source>name a file that is there and yours</source>
        <translation>nennen Sie eine Datei, die da ist und Ihnen gehört</translation>
    </message>
    <message>
        <source>{path}: nothing in it can be read as {name} ({place}: {why})</source>
        <translation>{path}: Nichts darin lässt sich als {name} lesen ({place}: {why})</translation>
    </message>
    <message>
        <source>{name} is no calendar</source>
        <translation>{name} ist kein Kalender</translation>
    </message>
    <message>
        <source>export your calendar again as an .ics file, and choose that</source>
        <translation>exportieren Sie Ihren Kalender noch einmal als .ics-Datei und wählen Sie diese</translation>
    </message>
    <message>
        <source>{name} is larger than {value} MB</source>
        <translation>{name} ist größer als {value} MB</translation>
    </message>
    <message>
        <source>choose the calendar file again</source>
        <translation>wählen Sie die Kalenderdatei noch einmal</translation>
    </message>
    <message>
        <source>{name} has events that make no sense: {error}</source>
        <translation>{name} enthält Termine, die keinen Sinn ergeben: {error}</translation>
    </message>
    <message>
        <source>its time has no offset from UTC, as in 2026-03-02T09:00:00.000+01:00</source>
        <translation>seine Zeit hat keinen Abstand zu UTC, wie in 2026-03-02T09:00:00.000+01:00</translation>
    </message>
    <message>
        <source>its offset from UTC is not that of any zone</source>
        <translation>seinen Abstand zu UTC hat keine Zone</translation>
    </message>
    <message>
        <source>it begins before 1970</source>
        <translation>es beginnt vor 1970</translation>
    </message>
    <message>
        <source>its time is not written as in 2026-03-02T09:00:00.000+01:00</source>
        <translation>seine Zeit ist nicht geschrieben wie 2026-03-02T09:00:00.000+01:00</translation>
    </message>
    <message>
        <source>it is no plain file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it is far too large</source>
        <translation>es ist viel zu groß</translation>
    </message>
    <message>
        <source>it has one day twice</source>
        <translation>es hat einen Tag zweimal</translation>
    </message>
    <message>
        <source>Nothing could be written to {folder}: {strerror}</source>
        <translation>Nach {folder} ließ sich nichts schreiben: {strerror}</translation>
    </message>
    <message>
        <source>check that the folder exists and is open to you</source>
        <translation>prüfen Sie, dass es den Ordner gibt und er Ihnen offensteht</translation>
    </message>
    <message>
        <source>{folder} cannot be read: {strerror}</source>
        <translation>{folder} lässt sich nicht lesen: {strerror}</translation>
    </message>
    <message>
        <source>name the folder that people share to</source>
        <translation>nennen Sie den Ordner, in den die Beschäftigten weitergeben</translation>
    </message>
    <message>
        <source>the seconds of {day} do not add up</source>
        <translation>die Sekunden von {day} gehen nicht auf</translation>
    </message>
    <message>
        <source>its file cannot be read: {error}</source>
        <translation>die Datei lässt sich nicht lesen: {error}</translation>
    </message>
    <message>
        <source>It was shared, but {log} could not note that: {strerror}</source>
        <translation>Es wurde weitergegeben, aber {log} konnte das nicht vermerken: {strerror}</translation>
    </message>
    <message>
        <source>make room on the disk</source>
        <translation>schaffen Sie Platz auf dem Datenträger</translation>
    </message>
    <message>
        <source>{log} cannot be read: {strerror}</source>
        <translation>{log} lässt sich nicht lesen: {strerror}</translation>
    </message>
    <message>
        <source>{log} still names what was erased: {strerror}</source>
        <translation>{log} nennt noch, was gelöscht wurde: {strerror}</translation>
    </message>
    <message>
        <source>make room on the disk, then erase again</source>
        <translation>schaffen Sie Platz auf dem Datenträger und löschen Sie dann noch einmal</translation>
    </message>
    <message>
        <source>last shared {value} days ago</source>
        <translation>zuletzt vor {value} Tagen weitergegeben</translation>
    </message>
    <message>
        <source>nothing shared yet</source>
        <translation>noch nichts weitergegeben</translation>
    </message>
    <message>
        <source>{file} cannot be moved: {strerror}</source>
        <translation>{file} lässt sich nicht verschieben: {strerror}</translation>
    </message>
    <message>
        <source>close Engineroom&apos;s windows and whatever else reads it, then do it again</source>
        <translation>schließen Sie die Fenster von Engineroom und was es sonst liest, und wiederholen Sie es</translation>
    </message>
    <message>
        <source>There is no file {file}</source>
        <translation>Es gibt keine Datei {file}</translation>
    </message>
    <message>
        <source>name a backup; `engineroom restore --latest` takes the newest</source>
        <translation>nennen Sie eine Sicherung; `engineroom restore --latest` nimmt die neueste</translation>
    </message>
    <message>
        <source>choose another backup; nothing was changed</source>
        <translation>wählen Sie eine andere Sicherung; nichts wurde geändert</translation>
    </message>
    <message>
        <source>The copy {target} {reason}</source>
        <translation>Die Kopie {target} {reason}</translation>
    </message>
    <message>
        <source>see `engineroom status`; older backups are kept</source>
        <translation>siehe `engineroom status`; ältere Sicherungen bleiben</translation>
    </message>
    <message>
        <source>Nothing was recorded {between} that could be corrected</source>
        <translation>Es wurde {between} nichts aufgezeichnet, das sich korrigieren ließe</translation>
    </message>
    <message>
        <source>see `engineroom timeline`; private time stays private</source>
        <translation>siehe `engineroom timeline`; private Zeit bleibt privat</translation>
    </message>
    <message>
        <source>There is no correction {number}</source>
        <translation>Es gibt keine Korrektur {number}</translation>
    </message>
    <message>
        <source>see `engineroom corrections`</source>
        <translation>siehe `engineroom corrections`</translation>
    </message>
    <message>
        <source>Correction {number} was undone already, {local_time}</source>
        <translation>Korrektur {number} wurde schon rückgängig gemacht, {local_time}</translation>
    </message>
    <message>
        <source>make a new one if it should hold</source>
        <translation>machen Sie eine neue, wenn sie gelten soll</translation>
    </message>
    <message>
        <source>The stretch {between} ends when it begins</source>
        <translation>Der Abschnitt {between} endet, wenn er beginnt</translation>
    </message>
    <message>
        <source>The stretch {between} ends before it begins</source>
        <translation>Der Abschnitt {between} endet, bevor er beginnt</translation>
    </message>
    <message>
        <source>give the earlier moment first</source>
        <translation>nennen Sie den früheren Zeitpunkt zuerst</translation>
    </message>
    <message>
        <source>The stretch {between} is not over</source>
        <translation>Der Abschnitt {between} ist noch nicht vorbei</translation>
    </message>
    <message>
        <source>say what was, up to now</source>
        <translation>sagen Sie, was bis jetzt war</translation>
    </message>
    <message>
        <source>Only totals are kept before {raw_from}</source>
        <translation>Vor {raw_from} sind nur Summen aufbewahrt</translation>
    </message>
    <message>
        <source>say what was from {raw_from} on</source>
        <translation>sagen Sie, was ab {raw_from} war</translation>
    </message>
    <message>
        <source>There is no record at {file}</source>
        <translation>Es gibt keine Aufzeichnung unter {file}</translation>
    </message>
    <message>
        <source>start recording with `engineroom agent`</source>
        <translation>beginnen Sie die Aufzeichnung mit `engineroom agent`</translation>
    </message>
    <message>
        <source>The record {file} was last written by an older Engineroom</source>
        <translation>Die Aufzeichnung {file} wurde zuletzt von einem älteren Engineroom geschrieben</translation>
    </message>
    <message>
        <source>start the agent with `engineroom agent`: it brings the record up to date, and keeps a copy</source>
        <translation>starten Sie den Agenten mit `engineroom agent`: Er bringt die Aufzeichnung auf den neuen Stand und behält eine Kopie</translation>
    </message>
    <message>
        <source>The record cannot be used: {orig}</source>
        <translation>Die Aufzeichnung lässt sich nicht benutzen: {orig}</translation>
    </message>
    <message>
        <source>make room on the disk and check that the folder is yours; what was not saved is kept meanwhile</source>
        <translation>schaffen Sie Platz auf dem Datenträger und prüfen Sie, dass der Ordner Ihnen gehört; was nicht gespeichert ist, wird solange behalten</translation>
    </message>
    <message>
        <source>The record is damaged ({orig})</source>
        <translation>Die Aufzeichnung ist beschädigt ({orig})</translation>
    </message>
    <message>
        <source>stop the agent and start it again: it rebuilds what it can</source>
        <translation>halten Sie den Agenten an und starten Sie ihn neu: Er baut wieder auf, was er kann</translation>
    </message>
    <message>
        <source>The record {file} cannot be opened: {error}</source>
        <translation>Die Aufzeichnung {file} lässt sich nicht öffnen: {error}</translation>
    </message>
    <message>
        <source>check that the folder is yours, not full, and that nothing else keeps the record locked</source>
        <translation>prüfen Sie, dass der Ordner Ihnen gehört, nicht voll ist und nichts anderes die Aufzeichnung sperrt</translation>
    </message>
    <message>
        <source>{file} is damaged ({error})</source>
        <translation>{file} ist beschädigt ({error})</translation>
    </message>
    <message>
        <source>start the agent: it keeps this file under another name and rebuilds the record from what can be had</source>
        <translation>starten Sie den Agenten: Er behält diese Datei unter anderem Namen und baut die Aufzeichnung aus dem wieder auf, was zu haben ist</translation>
    </message>
    <message>
        <source>It is out of the record, but its traces could not be removed: something still reads the record</source>
        <translation>Es ist aus der Aufzeichnung entfernt, aber die Spuren ließen sich nicht beseitigen: Etwas liest die Aufzeichnung noch</translation>
    </message>
    <message>
        <source>close Engineroom&apos;s windows, then do it again</source>
        <translation>schließen Sie die Fenster von Engineroom und wiederholen Sie es</translation>
    </message>
    <message>
        <source>Something was recorded throughout from {between}</source>
        <translation>Es wurde durchgehend etwas aufgezeichnet von {between}</translation>
    </message>
    <message>
        <source>correct it instead: select it in the day, or use `engineroom correct`</source>
        <translation>korrigieren Sie es stattdessen: Wählen Sie es im Tag aus oder benutzen Sie `engineroom correct`</translation>
    </message>
    <message>
        <source>There is no explanation {number} that holds</source>
        <translation>Es gibt keine geltende Erklärung {number}</translation>
    </message>
    <message>
        <source>see `engineroom explain` for what was said of a day</source>
        <translation>siehe `engineroom explain` für das, was über einen Tag gesagt wurde</translation>
    </message>
    <message>
        <source>The stretch from {between} reaches beyond {first}</source>
        <translation>Der Abschnitt von {between} reicht über {first} hinaus</translation>
    </message>
    <message>
        <source>end it before {value}</source>
        <translation>lassen Sie ihn vor {value} enden</translation>
    </message>
    <message>
        <source>is not a record of Engineroom</source>
        <translation>ist keine Aufzeichnung von Engineroom</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>was written by a newer Engineroom (version {version}, this one knows {VERSION})</source>
        <translation>wurde von einem neueren Engineroom geschrieben (Version {version}, dieses kennt {VERSION})</translation>
    </message>
    <message>
        <source>is damaged ({splitlines})</source>
        <translation>ist beschädigt ({splitlines})</translation>
    </message>
    <message>
        <source>is damaged ({error})</source>
        <translation>ist beschädigt ({error})</translation>
    </message>
    <message>
        <source>On {moment} the record could not be used: it {reason}.</source>
        <translation>Am {moment} ließ sich die Aufzeichnung nicht benutzen: Sie {reason}.</translation>
    </message>
    <message>
        <source>{spans_saved} spans that could still be read</source>
        <translation>{spans_saved} Abschnitte, die noch zu lesen waren</translation>
    </message>
    <message>
        <source>It was built again from the backup {backup} and {spans_saved} spans that could still be read.</source>
        <translation>Sie wurde wieder aufgebaut aus der Sicherung {backup} und {spans_saved} Abschnitten, die noch zu lesen waren.</translation>
    </message>
    <message>
        <source>It was built again from {spans_saved} spans that could still be read.</source>
        <translation>Sie wurde wieder aufgebaut aus {spans_saved} Abschnitten, die noch zu lesen waren.</translation>
    </message>
    <message>
        <source>Until {moment} nothing is missing; later spans may be.</source>
        <translation>Bis {moment} fehlt nichts; spätere Abschnitte können fehlen.</translation>
    </message>
    <message>
        <source>What was recorded before may be missing.</source>
        <translation>Was davor aufgezeichnet wurde, kann fehlen.</translation>
    </message>
    <message>
        <source>The old file is kept as {aside}.</source>
        <translation>Die alte Datei ist aufbewahrt als {aside}.</translation>
    </message>
    <message>
        <source>{file} was written by a newer Engineroom (version {version}, this one knows {VERSION})</source>
        <translation>{file} wurde von einem neueren Engineroom geschrieben (Version {version}, dieses kennt {VERSION})</translation>
    </message>
    <message>
        <source>install that Engineroom again; the record was not touched</source>
        <translation>installieren Sie jenes Engineroom wieder; die Aufzeichnung wurde nicht angerührt</translation>
    </message>
    <message>
        <source>The record {file} would lie on a network share ({kind})</source>
        <translation>Die Aufzeichnung {file} läge auf einem Netzlaufwerk ({kind})</translation>
    </message>
    <message>
        <source>set ENGINEROOM_HOME to a folder on this computer&apos;s own disk</source>
        <translation>setzen Sie ENGINEROOM_HOME auf einen Ordner auf dem eigenen Datenträger dieses Computers</translation>
    </message>
    <message>
        <source>The record cannot be read: {orig}</source>
        <translation>Die Aufzeichnung lässt sich nicht lesen: {orig}</translation>
    </message>
    <message>
        <source>close whatever locks it, and see `engineroom status`</source>
        <translation>schließen Sie, was sie sperrt; siehe `engineroom status`</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>What was recorded before {day} cannot go yet: its totals are not built</source>
        <translation>Was vor {day} aufgezeichnet wurde, kann noch nicht gehen: Seine Summen sind nicht gebildet</translation>
    </message>
    <message>
        <source>they are built within the hour</source>
        <translation>sie werden binnen einer Stunde gebildet</translation>
    </message>
    <message>
        <source>The rules now forbid {sum} titles that the record still holds</source>
        <translation>Die Regeln verbieten jetzt {sum} Titel, die die Aufzeichnung noch enthält</translation>
    </message>
    <message>
        <source>The rules now forbid the names of {len} programs that the totals still hold</source>
        <translation>Die Regeln verbieten jetzt die Namen von {len} Programmen, die die Summen noch enthalten</translation>
    </message>
    <message>
        <source>The record was scrubbed, but perhaps not every copy of it</source>
        <translation>Die Aufzeichnung wurde bereinigt, aber vielleicht nicht jede Kopie davon</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Something not right? Drag across the lanes, or select rows of the list.</source>
        <translation>Stimmt etwas nicht? Ziehen Sie über die Spuren oder wählen Sie Zeilen der Liste.</translation>
    </message>
    <message>
        <source>W  K  P · Esc clears</source>
        <translation>W  K  P · Esc hebt auf</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>What you corrected here holds no more: the rules decide again.</source>
        <translation>Was Sie hier korrigiert haben, gilt nicht mehr: Es entscheiden wieder die Regeln.</translation>
    </message>
</context>
<context>
    <name>Share</name>
    <message>
        <source>These rows leave this computer under the name “{person}”, and nothing else.</source>
        <translation>Diese Zeilen verlassen diesen Computer unter dem Namen „{person}“, und sonst nichts.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>The file also names this computer ({device}), the time zone, the idle threshold ({idle} s) and the version of the rules ({rules}). No titles, no spans, no input counts.</source>
        <translation>Die Datei nennt außerdem diesen Computer ({device}), die Zeitzone, die Schwelle für „Ohne Eingabe“ ({idle} s) und die Fassung der Regeln ({rules}). Keine Titel, keine Abschnitte, keine Zahl von Eingaben.</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Folder to share to</source>
        <translation>Ordner, in den weitergegeben wird</translation>
    </message>
    <message>
        <source>The folder that your supervisor reads</source>
        <translation>Der Ordner, den Ihre Führungskraft liest</translation>
    </message>
    <message>
        <source>Share these rows</source>
        <translation>Diese Zeilen weitergeben</translation>
    </message>
    <message>
        <source>Engineroom — Share day totals</source>
        <translation>Engineroom — Tagessummen weitergeben</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Rows that leave this computer</source>
        <translation>Zeilen, die diesen Computer verlassen</translation>
    </message>
</context>
<context>
    <name>SharedRowsSheet</name>
    <message>
        <source>What left this computer</source>
        <translation>Was diesen Computer verlassen hat</translation>
    </message>
    <message>
        <source>Rows that left this computer</source>
        <translation>Zeilen, die diesen Computer verlassen haben</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Written: {path}</source>
        <translation>Geschrieben: {path}</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Engineroom — {title}</source>
        <translation>Engineroom — {title}</translation>
    </message>
</context>
<context>
    <name>ShortcutHelp</name>
    <message>
        <source>Show these keys</source>
        <translation>Diese Tasten zeigen</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>Auf dieser Seite</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys that work here</source>
        <translation>Tasten, die hier gelten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SpanList</name>
    <message>
        <source>Spans of the day by application</source>
        <translation>Abschnitte des Tages nach Programm</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>In der Liste</translation>
    </message>
    <message>
        <source>↑ ↓</source>
        <translation>↑ ↓</translation>
    </message>
    <message>
        <source>Select the row above or below</source>
        <translation>Zeile darüber oder darunter auswählen</translation>
    </message>
    <message>
        <source>Shift+↑ ↓</source>
        <translation>Umschalt+↑ ↓</translation>
    </message>
    <message>
        <source>Select more or fewer rows</source>
        <translation>Mehr oder weniger Zeilen auswählen</translation>
    </message>
    <message>
        <source>→ ←</source>
        <translation>→ ←</translation>
    </message>
    <message>
        <source>Open or close an application</source>
        <translation>Programm auf- oder zuklappen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>What can be done about the selection</source>
        <translation>Was sich mit der Auswahl tun lässt</translation>
    </message>
</context>
<context>
    <name>SpanTree</name>
    <message>
        <source>{category}, corrected by you</source>
        <translation>{category}, von Ihnen korrigiert</translation>
    </message>
    <message>
        <source>Application and window</source>
        <translation>Programm und Fenster</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>Spans</name>
    <message>
        <source>No window in front</source>
        <translation>Kein Fenster im Vordergrund</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Computer asleep</source>
        <translation>Computer im Ruhezustand</translation>
    </message>
    <message>
        <source>Agent stopped</source>
        <translation>Agent angehalten</translation>
    </message>
    <message>
        <source>Agent ended unexpectedly</source>
        <translation>Agent unerwartet beendet</translation>
    </message>
    <message>
        <source>Window in front not visible</source>
        <translation>Vorderes Fenster nicht sichtbar</translation>
    </message>
    <message>
        <source>Outside recording hours</source>
        <translation>Außerhalb der Aufzeichnungszeit</translation>
    </message>
    <message>
        <source>Clock was set</source>
        <translation>Uhr wurde gestellt</translation>
    </message>
    <message>
        <source>Private time</source>
        <translation>Private Zeit</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} Einträge</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>Kein Titel</translation>
    </message>
    <message>
        <source>Corrected by you</source>
        <translation>Von Ihnen korrigiert</translation>
    </message>
    <message>
        <source>1 gap</source>
        <translation>1 Lücke</translation>
    </message>
    <message>
        <source>{count} gaps</source>
        <translation>{count} Lücken</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>1 window</source>
        <translation>1 Fenster</translation>
    </message>
    <message>
        <source>{count} windows</source>
        <translation>{count} Fenster</translation>
    </message>
</context>
<context>
    <name>StepButton</name>
    <message>
        <source>Step {number}: {name}</source>
        <translation>Schritt {number}: {name}</translation>
    </message>
</context>
<context>
    <name>SupervisorPage</name>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>No folder chosen yet</source>
        <translation>Noch kein Ordner gewählt</translation>
    </message>
    <message>
        <source>People share their day totals to a folder. Choose it, and their totals appear here.</source>
        <translation>Die Beschäftigten geben ihre Tagessummen in einen Ordner weiter. Wählen Sie ihn, dann erscheinen die Summen hier.</translation>
    </message>
    <message>
        <source>Old or missing</source>
        <translation>Veraltet oder fehlend</translation>
    </message>
    <message>
        <source>People see exactly these rows before they share them. Titles and spans never leave their desks.</source>
        <translation>Die Beschäftigten sehen genau diese Zeilen, bevor sie sie weitergeben. Titel und Abschnitte verlassen ihren Arbeitsplatz nie.</translation>
    </message>
    <message>
        <source>Supervisor&apos;s page</source>
        <translation>Seite für Führungskräfte</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message>
        <source>Knowl.</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Unclass.</source>
        <translation>Nicht zug.</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>Persönl.</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Ohne Eing.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgez.</translation>
    </message>
    <message>
        <source>Recorded time</source>
        <translation>Aufgezeichnete Zeit</translation>
    </message>
    <message>
        <source>Not rec.</source>
        <translation>Nicht aufg.</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>{time} recorded</source>
        <translation>{time} aufgezeichnet</translation>
    </message>
    <message>
        <source>No totals in this folder yet.</source>
        <translation>In diesem Ordner sind noch keine Summen.</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 Person</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} Personen</translation>
    </message>
    <message>
        <source> by {people}, {work} % work and {knowledge} % knowledge.</source>
        <translation> von {people}, {work}&#xa0;% Arbeit und {knowledge}&#xa0;% Wissen.</translation>
    </message>
    <message>
        <source>, last day {day}</source>
        <translation>, letzter Tag {day}</translation>
    </message>
</context>
<context>
    <name>TeamList</name>
    <message>
        <source>Shared totals by person and day</source>
        <translation>Weitergegebene Summen nach Person und Tag</translation>
    </message>
</context>
<context>
    <name>TeamTable</name>
    <message>
        <source>Shares</source>
        <translation>Anteile</translation>
    </message>
</context>
<context>
    <name>TimePages</name>
    <message>
        <source>How much time is shown</source>
        <translation>Wie viel Zeit gezeigt wird</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>Gap, unknown</source>
        <translation>Lücke, unbekannt</translation>
    </message>
    <message>
        <source>First to last</source>
        <translation>Erstes bis Letztes</translation>
    </message>
    <message>
        <source>With {unknown} unclassified, work is {work_low} to {work_high} of the time at the desk, knowledge {knowledge_low} to {knowledge_high}.</source>
        <translation>Mit {unknown} nicht zugeordnet macht Arbeit {work_low} bis {work_high} der Zeit am Platz aus, Wissen {knowledge_low} bis {knowledge_high}.</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>TotalsCard</name>
    <message>
        <source>Show the spans behind it</source>
        <translation>Die Abschnitte dahinter zeigen</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>{state} – {time} today</source>
        <translation>{state} – {time} heute</translation>
    </message>
    <message>
        <source>Part of the record was lost. Open Engineroom to read what happened.</source>
        <translation>Ein Teil der Aufzeichnung ging verloren. Öffnen Sie Engineroom, um zu lesen, was geschehen ist.</translation>
    </message>
    <message>
        <source>Start the agent again</source>
        <translation>Agent neu starten</translation>
    </message>
    <message>
        <source>Today at a glance</source>
        <translation>Heute auf einen Blick</translation>
    </message>
    <message>
        <source>Open day</source>
        <translation>Tag öffnen</translation>
    </message>
    <message>
        <source>Add entry…</source>
        <translation>Eintrag hinzufügen…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>My data</source>
        <translation>Meine Daten</translation>
    </message>
    <message>
        <source>What is recorded?</source>
        <translation>Was wird aufgezeichnet?</translation>
    </message>
    <message>
        <source>Share day totals…</source>
        <translation>Tagessummen weitergeben…</translation>
    </message>
    <message>
        <source>Supervisor&apos;s page</source>
        <translation>Seite für Führungskräfte</translation>
    </message>
    <message>
        <source>Quit and stop recording</source>
        <translation>Beenden und Aufzeichnung anhalten</translation>
    </message>
</context>
<context>
    <name>TrayProgram</name>
    <message>
        <source>This desktop has no tray. Engineroom records while this window is open; closing it stops that.</source>
        <translation>Dieser Desktop hat keinen Infobereich. Engineroom zeichnet auf, solange dieses Fenster offen ist; wenn Sie es schließen, endet die Aufzeichnung.</translation>
    </message>
</context>
<context>
    <name>Week</name>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Übrige</translation>
    </message>
    <message>
        <source>Week {number}</source>
        <translation>Woche {number}</translation>
    </message>
    <message>
        <source>{time} recorded</source>
        <translation>{time} aufgezeichnet</translation>
    </message>
    <message>
        <source>{time} fit the filter</source>
        <translation>{time} passen zum Filter</translation>
    </message>
    <message>
        <source>Nothing fits the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>Kommt noch</translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation>Noch nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>Nothing recorded</source>
        <translation>Nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>All other pages</source>
        <translation>Alle anderen Seiten</translation>
    </message>
    <message>
        <source>Nothing in this week fits the filter.</source>
        <translation>Nichts in dieser Woche passt zum Filter.</translation>
    </message>
    <message>
        <source>Nothing recorded in this week.</source>
        <translation>In dieser Woche wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source> in 1 day</source>
        <translation> an 1 Tag</translation>
    </message>
    <message>
        <source> in {count} days</source>
        <translation> an {count} Tagen</translation>
    </message>
    <message>
        <source>, {work} of it work ({share} %).</source>
        <translation>, davon {work} Arbeit ({share}&#xa0;%).</translation>
    </message>
    <message>
        <source> Knowledge takes {share} %.</source>
        <translation> Auf Wissen entfallen {share}&#xa0;%.</translation>
    </message>
    <message>
        <source> Knowledge takes {share} %, your usual share is {usual} %.</source>
        <translation> Auf Wissen entfallen {share}&#xa0;%, üblich sind bei Ihnen {usual}&#xa0;%.</translation>
    </message>
    <message>
        <source>less</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>about the same</source>
        <translation>etwa gleich</translation>
    </message>
</context>
<context>
    <name>WeekList</name>
    <message>
        <source>Days of the week</source>
        <translation>Tage der Woche</translation>
    </message>
    <message>
        <source>In the days of the week</source>
        <translation>In den Tagen der Woche</translation>
    </message>
    <message>
        <source>↑ ↓ ← →</source>
        <translation>↑ ↓ ← →</translation>
    </message>
    <message>
        <source>Go to another day or number</source>
        <translation>Zu einem anderen Tag oder einer anderen Zahl gehen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Open the day; on a number, the spans behind it</source>
        <translation>Den Tag öffnen; auf einer Zahl die Abschnitte dahinter</translation>
    </message>
</context>
<context>
    <name>WeekPage</name>
    <message>
        <source>Week before</source>
        <translation>Woche davor</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>Woche danach</translation>
    </message>
    <message>
        <source>Share of what fits the filter, %</source>
        <translation>Anteil an dem, was zum Filter passt, %</translation>
    </message>
    <message>
        <source>Share of {kind} by hour and day</source>
        <translation>Anteil {kind} nach Stunde und Tag</translation>
    </message>
    <message>
        <source>Usual: the middle of your last {weeks} weeks. “About the same” means inside your own day-to-day spread. Only you see this comparison.</source>
        <translation>Üblich: die Mitte Ihrer letzten {weeks} Wochen. „Etwa gleich“ heißt: innerhalb Ihrer eigenen Schwankung von Tag zu Tag. Nur Sie sehen diesen Vergleich.</translation>
    </message>
    <message>
        <source>– less than ten minutes of it in that hour</source>
        <translation>– weniger als zehn Minuten davon in dieser Stunde</translation>
    </message>
    <message>
        <source>After five recorded days in the four weeks before, your usual day stands here.</source>
        <translation>Nach fünf aufgezeichneten Tagen in den vier Wochen davor steht hier Ihr üblicher Tag.</translation>
    </message>
    <message>
        <source>Without a filter, your usual day stands here.</source>
        <translation>Ohne Filter steht hier Ihr üblicher Tag.</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Hour by weekday</source>
        <translation>Stunde und Wochentag</translation>
    </message>
    <message>
        <source>What the heat map shows</source>
        <translation>Was die Heatmap zeigt</translation>
    </message>
    <message>
        <source>Share of recorded time, %</source>
        <translation>Anteil an der aufgezeichneten Zeit, %</translation>
    </message>
    <message>
        <source>A day this week, and your usual day</source>
        <translation>Ein Tag dieser Woche und Ihr üblicher Tag</translation>
    </message>
</context>
<context>
    <name>WeekPages</name>
    <message>
        <source>Knowledge, by page</source>
        <translation>Wissen nach Seiten</translation>
    </message>
</context>
<context>
    <name>WeekTable</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>Weekday</name>
    <message>
        <source>Mon</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Di</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Mi</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Do</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Fr</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Sa</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>So</translation>
    </message>
</context>
<context>
    <name>WordChips</name>
    <message>
        <source>Words from unclassified titles</source>
        <translation>Wörter aus nicht zugeordneten Titeln</translation>
    </message>
    <message>
        <source>Titles with {word}, {time}</source>
        <translation>Titel mit {word}, {time}</translation>
    </message>
</context>
</TS>
