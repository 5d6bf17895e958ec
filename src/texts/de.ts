/** The sentences of en.ts in German. What stands in the file, such as names of tabs and headers, is named as it stands there. */
import type * as en from './en';
import type { Translated } from './wording';

export const rules = {
  'lead.nameless': 'Geben Sie dem Lead eine Firma oder einen Kontaktnamen.',
  'lead.noEmail': '„{email}“ ist keine E-Mail-Adresse.',
  'lead.tooManyTags': 'Eine Zelle fasst höchstens 50.000 Zeichen. Nehmen Sie weniger Labels.',

  'deal.nameless': 'Geben Sie dem Deal einen Titel.',
  'deal.noNumber': 'Der Wert muss eine Zahl sein.',
  'deal.noProbability': 'Die Wahrscheinlichkeit muss zwischen 0 % und 100 % liegen.',
  'deal.noCurrency': 'Schreiben Sie die Währung mit drei Buchstaben, etwa EUR oder USD.',
  'deal.noStage': 'Die Pipeline „{pipeline}“ hat keine Phase „{name}“. Ihre Phasen sind {known}.',
  'deal.noStages': 'Die Pipeline „{pipeline}“ hat keine Phase „{name}“. In „Settings“ stehen keine Phasen für sie.',

  'view.changed': 'Sie haben Ihre Ansichten in einem anderen Fenster geändert. Sie werden gezeigt, wie sie jetzt sind.',
  'view.nameless': 'Geben Sie der Ansicht einen Namen.',
  'view.sameName': 'Zwei Ansichten heißen so. Wählen Sie einen anderen Namen.',
  'view.twoStarts': 'Die Seitenleiste kann nur mit einer Ansicht beginnen.',
} as const satisfies Translated<typeof en.rules>;

export const reading = {
  'row.bothSigns':
    '„{text}“ in {header} kann {point} oder {comma} heißen: Andere Zeilen nutzen beide Dezimalzeichen. Wählen Sie das richtige.',
  'row.otherNumbers': '„{text}“ in {header} passt nicht zu Zahlen wie {example}.',
  'row.noNumber': '„{text}“ in {header} ist keine Zahl.',
  'row.bothOrders':
    '„{text}“ in {header} kann {byDay} oder {byMonth} heißen: Andere Zeilen nutzen beide Reihenfolgen. Wählen Sie die richtige.',
  'row.otherDates': '„{text}“ in {header} passt nicht zu Daten wie {example}.',
  'row.noZone': '„{text}“ in {header} hat eine unbekannte Zeitzone. Schreiben Sie sie als Abstand, etwa +02:00.',
  'row.noDate': '„{text}“ in {header} ist kein Datum.',
  'row.bothScales':
    '„{text}“ in {header} kann {number} % oder {percent} % heißen: Andere Zeilen nutzen beides. Wählen Sie eines, oder schreiben Sie das Prozentzeichen.',
  'row.noTick': '„{text}“ in {header} ist weder TRUE noch FALSE.',
  'row.noStage': 'Die Phase „{stage}“ ist nicht bekannt. Wählen Sie, wohin solche Deals kommen.',
} as const satisfies Translated<typeof en.reading>;

export const requests = {
  'request.unreadable':
    'Das Add-on hat etwas bekommen, das es nicht lesen kann. Laden Sie die Tabelle neu, um die neueste Version zu erhalten, und versuchen Sie es noch einmal.',
  'request.tooLong': 'Eine Zelle fasst höchstens 50.000 Zeichen. Kürzen Sie den Text.',
  'request.long': 'Hier passen höchstens {most} Zeichen hinein.',
  'request.noNumber': 'Das ist keine Zahl.',
  'request.noDay': 'Schreiben Sie den Tag als Jahr-Monat-Tag, etwa 2026-11-22.',
  'request.noId': 'Das ist keine ID eines Eintrags hier.',
  'request.none': 'Wählen Sie mindestens eine Zeile aus.',
  'request.many': 'Höchstens {most} Einträge lassen sich auf einmal ändern.',
  'request.longName': 'Ein Name hat höchstens {most} Zeichen.',
  'request.manyRows': 'Höchstens {most} Zeilen lassen sich auf einmal importieren.',
  'request.sameIds': 'Die Zeilen haben keine eigenen IDs. Wählen Sie die Datei noch einmal.',
  'request.manyViews': 'Sie können {most} Ansichten behalten. Löschen Sie erst eine.',
  'request.noTag': 'Schreiben Sie ein Label.',
  'request.twoTags': 'Kommas trennen Labels: Schreiben Sie eines nach dem anderen.',
  'stage.nameless': 'Eine Phase braucht einen Namen.',
} as const satisfies Translated<typeof en.requests>;

export const acts = {
  'a.lead': 'Ein Lead',
  'a.opportunity': 'Ein Deal',
  'a.activity': 'Eine Aktivität',
  'this.lead': 'Dieser Lead',
  'this.opportunity': 'Dieser Deal',
  'this.activity': 'Diese Aktivität',
  'record.gone': '{record} steht nicht mehr in der Tabelle. Die Zeile wurde gelöscht oder die ID geändert.',

  'task.blank': 'Schreiben Sie, worum es geht.',
  'activity.blank': 'Schreiben Sie, was passiert ist.',

  'delete.more':
    'Daran hängen inzwischen {deals} und {activities}. Nichts wurde gelöscht: Sehen Sie sie an und löschen Sie dann noch einmal.',
  'delete.deals': { one: '{count} Deal', other: '{count} Deals' },
  'delete.activities': { one: '{count} Aktivität', other: '{count} Aktivitäten' },

  'many.oneOnly': 'Dieses Feld lässt sich nur in einem Eintrag auf einmal ändern.',
  'many.noText': 'Das ist kein Text.',
  'many.noReasons':
    'Im Blatt „{tab}“ fehlt die Spalte „{column}“. Wählen Sie „CRM einrichten“, um sie wieder anzulegen, oder keinen Grund.',
  'rename.formulas':
    'In „{tab}“ berechnet eine Formel die Phase „{stage}“ in Zeile {rows}, sodass sie dort nicht umbenannt werden konnte. Schreiben Sie die Phase als Text hinein und benennen Sie sie dann noch einmal um.',
  'rename.more': '{rows} und {more} weiteren',

  'import.noColumn':
    'Das Tabellenblatt „{tab}“ hat keine Spalte {columns}. Ergänzen Sie im Blatt, was fehlt, oder lassen Sie es beim Import weg.',
  'import.andNoColumn': ' und keine Spalte ',

  'report.noStages':
    'In „Settings“ stehen keine Phasen. Tragen Sie unter „Stages“ eine ein und wählen Sie den Bericht dann noch einmal.',

  'undo.noPipeline':
    'In „History“ steht nicht mehr, zu welcher Pipeline diese Phase gehört. Benennen Sie sie in „Settings“ um.',
  'undo.unknown': '„History“ kennt diese Aktion nicht mehr, daher lässt sie sich nicht rückgängig machen.',
  'undo.notYours': 'Das hat jemand anders getan. Nur diese Person kann es rückgängig machen.',
  'undo.erased': 'Das Löschen von Personendaten lässt sich nicht rückgängig machen.',
  'undo.handTyped': 'Diese Zeilen standen in der Tabelle, bevor sie Einträge wurden. Löschen Sie die, die weg sollen.',
  'undo.changed': '{record} wurde seitdem geändert und bleibt. Löschen Sie einzeln, was weg soll.',
  'undo.needed': '{record} bleibt, weil inzwischen etwas daran hängt. Löschen Sie einzeln, was weg soll.',
  'undo.lost': '{record} kann nicht zurückkommen: In „History“ steht nicht mehr, was darin stand.',
  'undo.noValue': 'Was vorher in {header} stand, ist nicht mehr in „History“.',
  'undo.noColumn': 'Es gibt keine Spalte „{header}“ mehr.',
} as const satisfies Translated<typeof en.acts>;

export const sheet = {
  quoted: '„{text}“',
  and: ' und ',
  column: 'Spalte {number}',

  'tab.missing': 'In dieser Datei fehlt das Tabellenblatt „{tab}“. Wählen Sie „CRM einrichten“, um es anzulegen.',
  'tab.noIds':
    'Das Tabellenblatt „{tab}“ hat keine Spalte „{header}“. Machen Sie ihr Entfernen rückgängig (Strg+Z oder Datei > Versionsverlauf).',
  'tab.noColumn':
    'Das Tabellenblatt „{tab}“ hat keine Spalte „{header}“. Machen Sie ihr Entfernen rückgängig, oder wählen Sie „CRM einrichten“, um sie wieder anzulegen.',
  'tab.noOwnColumn':
    'Das Tabellenblatt „{tab}“ hat keine Spalte „{header}“ mehr. Öffnen Sie das CRM neu, um die Spalten zu sehen, wie sie sind.',
  'tab.noHeaders':
    'Die Kopfzeile von „{tab}“ wurde gelöscht oder unter die Einträge sortiert. Machen Sie das rückgängig (Strg+Z) und versuchen Sie es noch einmal.',
  'tab.denied':
    'Sie dürfen „{tab}“ nicht bearbeiten, daher wurde nichts geschrieben. Bitten Sie einen Eigentümer der Datei um Bearbeitungsrechte.',
  'tab.cellDenied':
    'Sie dürfen die geschützte Zelle {cell} von „{tab}“ nicht bearbeiten, daher wurde nichts geschrieben. Bitten Sie einen Eigentümer der Datei um Bearbeitungsrechte.',
  'tab.rowsMove': 'Die Zeilen von „{tab}“ sind in Bewegung. Versuchen Sie es gleich noch einmal.',
  'tab.linesMove': 'Die Zeilen von „{tab}“ sind in Bewegung. Versuchen Sie es gleich noch einmal.',
  'tab.columnsMove': 'Die Spalten von „{tab}“ sind in Bewegung. Wählen Sie den Bericht gleich noch einmal.',

  'settings.noHeaders': 'Das Blatt „Settings“ hat seine Kopfzeile verloren. Machen Sie das rückgängig (Strg+Z).',
  'settings.noColumn':
    'Im Blatt „Settings“ fehlt die Spalte „{header}“ unter „{title}“. Machen Sie ihr Entfernen rückgängig, oder wählen Sie „CRM einrichten“, um sie wieder anzulegen.',
  'settings.stranger':
    'Im Blatt „Settings“ steht unter „{title}“ die Spalte „{stranger}“, wo „{header}“ fehlt. Ist es diese Spalte, geben Sie ihr den Namen zurück; sonst verschieben Sie sie von dort. Wählen Sie dann noch einmal „CRM einrichten“.',
  'settings.noNames':
    'Im Blatt „Settings“ fehlt die Spalte „{header}“ unter „{title}“, und nur sie kannte die Namen. Machen Sie ihr Entfernen rückgängig (Strg+Z oder Datei > Versionsverlauf).',
  'settings.rowsMove': 'Die Zeilen von „Settings“ sind in Bewegung. Versuchen Sie es gleich noch einmal.',
  'settings.movedAdding':
    'Jemand hat Zeilen von „Settings“ verschoben, während Phasen dazukamen. Sehen Sie jetzt nach: Fehlt eine Phase, drücken Sie in der Tabelle Strg+Z und versuchen Sie es noch einmal.',
  'settings.movedRenaming':
    'Jemand hat Zeilen von „Settings“ verschoben, während eine Phase umbenannt wurde. Sehen Sie jetzt nach: Fehlt eine Phase, drücken Sie in der Tabelle Strg+Z und versuchen Sie es noch einmal.',
  'stage.taken': 'Die Pipeline „{pipeline}“ hat schon eine Phase „{name}“.',
  'stage.unknown': 'Die Pipeline „{pipeline}“ hat keine Phase „{name}“.',

  'save.changed': 'Jemand hat inzwischen {fields} in der Tabelle geändert. Nichts wurde geschrieben.',
  'save.formula': '{field} wird in der Tabelle von einer Formel berechnet. Ändern Sie dort die Formel.',
  'save.formulaTyped': 'Jemand hat während des Speicherns eine Formel in {field} geschrieben; sie steht wieder dort.',
  'save.again.lead':
    'Ein früherer Versuch hat diesen Lead schon in „{tab}“ eingetragen, und dort weicht er in {headers} ab. Öffnen und ändern Sie ihn dort.',
  'save.again.opportunity':
    'Ein früherer Versuch hat diesen Deal schon in „{tab}“ eingetragen, und dort weicht er in {headers} ab. Öffnen und ändern Sie ihn dort.',
  'save.again.activity':
    'Ein früherer Versuch hat diese Aktivität schon in „{tab}“ eingetragen, und dort weicht sie in {headers} ab. Öffnen und ändern Sie sie dort.',
  'save.rowsMoved': 'Jemand hat während des Speicherns Zeilen verschoben.',
  'save.columnsMoved': 'Jemand hat während des Speicherns Spalten verschoben.',
  'save.saved': '{record} ist gespeichert.',
  'save.allSaved': 'Alles ist gespeichert.',
  'save.back': 'Was in anderen Zeilen überschrieben wurde, ist wieder da; sehen Sie im Zweifel in Zeile {row} nach.',
  'save.deleted.lead':
    'Jemand hat diesen Lead in eben diesem Moment in der Tabelle gelöscht, daher wurde nichts davon gespeichert.',
  'save.deleted.opportunity':
    'Jemand hat diesen Deal in eben diesem Moment in der Tabelle gelöscht, daher wurde nichts davon gespeichert.',
  'save.deleted.activity':
    'Jemand hat diese Aktivität in eben diesem Moment in der Tabelle gelöscht, daher wurde nichts davon gespeichert.',
  'check.values': 'Prüfen Sie {field} in Zeile {rows}: Die Werte dort waren vielleicht für andere Zeilen bestimmt.',
  'check.new': 'Prüfen Sie die ganze Zeile {row}: Was in {headers} steht, war für das Neue bestimmt.',
  'check.row':
    'Prüfen Sie die ganze Zeile {row}: Was für eine andere Zeile bestimmt war, kam in {headers}, und niemand weiß, was vorher dort stand.',
  'check.hits': {
    one: 'Prüfen Sie {headers} in Zeile {row}: Dort steht jetzt {texts}, bestimmt für eine andere Zeile, und niemand weiß, was vorher dort stand.',
    other:
      'Prüfen Sie {headers} in Zeile {row}: Dort stehen jetzt {texts}, bestimmt für eine andere Zeile, und niemand weiß, was vorher dort stand.',
  },
  'check.history': '„History“ sagt zu {header}: erst „{before}“, dann „{after}“.',
  'check.doubt':
    '{header} in Zeile {row} wurde auf „{put}“ zurückgesetzt; hat jemand das rückgängig gemacht, stand dort „{other}“.',

  'ids.moved': 'Jemand hat Zeilen von „{tab}“ verschoben, während IDs geschrieben wurden.',
  'ids.look':
    'Sehen Sie jetzt nach: Stimmt etwas nicht, drücken Sie in der Tabelle Strg+Z und versuchen Sie es noch einmal.',
  'ids.shared':
    'Die Zeilen {rows} von „{tab}“ haben dieselbe ID. Löschen Sie die ID der Kopie und versuchen Sie es noch einmal.',
  'ids.sharedAmong':
    'Von den Zeilen {rows} von „{tab}“ haben zwei dieselbe ID. Löschen Sie die ID der Kopie und versuchen Sie es noch einmal.',
  'ids.noneKeeps': 'Sagen Sie, welche der Zeilen die ID behält.',
  'ids.notAsShown':
    'Die Zeilen von „{tab}“ mit der gemeinsamen ID {id} sind nicht mehr, wie sie gezeigt wurden. Sehen Sie sie noch einmal an.',
  'ids.formula': 'Die ID in Zeile {row} von „{tab}“ ist eine Formel. Löschen Sie sie dort.',

  'erase.moved':
    'Jemand hat Zeilen von „{tab}“ verschoben, während Personendaten gelöscht wurden. Zeile {rows} dort ist jetzt vielleicht leer und sollte bleiben. Machen Sie das dann rückgängig (Strg+Z) und löschen Sie die Personendaten noch einmal.',
  'erase.nothing': 'Dieser Lead steht weder in der Tabelle noch in „History“: Es gibt nichts zu löschen.',
  'erase.stays':
    'Bei {number} der Deals in „{tab}“ bleibt {header}: Eine Formel berechnet den Wert, oder eine andere Zeile hat dieselbe ID. Beheben Sie das und löschen Sie die Personendaten dann noch einmal.',

  'back.noColumn': '„{tab}“ hat keine Spalte „{header}“ mehr: Was dort stand, ist nur noch in „History“.',
  'back.formula': 'Eine Formel in „{header}“ von „{tab}“ braucht eine Spalte, die nicht mehr da ist.',
  'back.renamed': 'Was unter „{header}“ von „{tab}“ stand, ist unter „{now}“ zurück: So heißt sie jetzt wohl.',

  'select.none':
    'Wählen Sie in der Tabelle Zeilen mit Leads, Deals oder Aktivitäten aus und versuchen Sie es noch einmal.',
  'views.noRoom': 'Für weitere Ansichten ist kein Platz. Löschen Sie eine, oder geben Sie kürzere Namen.',
  'views.full':
    'Google bewahrt nicht mehr für Sie auf. Löschen Sie Ansichten, die Sie in dieser oder anderen Dateien gespeichert haben.',
} as const satisfies Translated<typeof en.sheet>;

export const doors = {
  'menu.open': 'CRM öffnen',
  'menu.import': 'Leads oder Deals importieren',
  'menu.reports': 'Berichte',
  'menu.pipeline': 'Pipeline',
  'menu.repair': 'Rückgängig und Reparatur',
  'menu.setUp': 'CRM einrichten',
  'menu.about': 'Info und Datenschutz',
  'title.about': 'Über Sheety CRM',
  'told.setUp': 'Ihre Tabellenblätter sind bereit. Wählen Sie „CRM öffnen“, um zu beginnen.',
  'told.report': '„{name}“ ist aktuell und folgt der Tabelle.',

  'busy.you': 'Ein anderes Fenster von Ihnen speichert gerade. Versuchen Sie es gleich noch einmal.',
  'busy.others': 'Gerade speichert jemand anders. Versuchen Sie es gleich noch einmal.',
  'request.broken':
    'Das Add-on hat eine Anfrage bekommen, die es nicht lesen kann. Laden Sie die Tabelle neu und versuchen Sie es noch einmal.',
  'request.noMethod':
    'Das Add-on hat keine Methode „{method}“. Laden Sie die Tabelle neu, um die neueste Version zu erhalten.',

  'google.quota':
    'Googles Limit für heute oder für diesen Moment ist erreicht („{said}“). Versuchen Sie es später noch einmal.',
  'google.denied': 'Google hat das nicht erlaubt: {said} Bitten Sie einen Eigentümer der Datei um Bearbeitungsrechte.',
  'google.slow':
    'Google Tabellen hat nicht rechtzeitig geantwortet. Sehen Sie nach, ob die Änderung da ist, und versuchen Sie es dann noch einmal.',
  'google.moved':
    'Jemand hat in eben diesem Moment Zeilen, Spalten oder ein Blatt aus der Tabelle genommen. Sehen Sie nach, ob die Änderung da ist, und versuchen Sie es dann noch einmal.',
  'google.bug':
    'Im Add-on ist etwas schiefgegangen („{said}“). Laden Sie die Tabelle neu und sehen Sie nach, bevor Sie es noch einmal versuchen.',
} as const satisfies Translated<typeof en.doors>;
