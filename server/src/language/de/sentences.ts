/** What German sentence ends look like and do not. */

/** Lower-cased, without the last full stop: a full stop after these ends no sentence. */
export const abbreviations: ReadonlySet<string> = new Set(
  `abs abschn abt allg anm art aufl az bd bde bes best betr bsp bspw bzgl bzw ca co chr dgl dipl dir doz dr dt ebd einschl engl entspr erg ev evtl exkl
  ff fa feb fr franz gem gen ges gest ggf ggü gr hbf hg hr hrn hrsg hl inc ing inkl insb insbes jan jh jhd jr jun kap kath kfm kg komm lat lt ltd mag max med
  mind min mio mrd mr mrs ms nat nov nr nrn num od okt österr op pol pp prof rd rer resp rn röm schweiz sek sen sep sept sog spez st std stellv str
  tab tel tsd trd u ugs univ usf usw urspr v vgl verf vll vol vorm vs wg wiss zb zt zzgl z ziff zit`.split(/\s+/),
)

/** Capitalised words that begin sentences rather than follow an ordinal: "Es waren 15. Die …" against "am 15. Dezember". */
export const starters: ReadonlySet<string> = new Set(
  `Aber Als Am An Auch Auf Aus Außerdem Bei Beim Bis Da Dabei Dadurch Dafür Dagegen Daher Damit Danach Dann Darauf Daran Darin Darüber Darum Das Dass Davon Dazu Dem
  Den Denn Der Deren Des Deshalb Dessen Die Dies Diese Dieser Dieses Doch Dort Durch Ein Eine Einem Einen Einer Eines Er Es Etwa Für Gegen Heute Hier Ihr Ihre Im In
  Insgesamt Ist Ja Jede Jeder Jedoch Jetzt Kein Keine Man Mehr Mit Nach Nachdem Nicht Noch Nun Nur Ob Obwohl Oder Ohne Rund Schon Sein Seine Seit Seitdem Sie So Sobald
  Sogar Somit Sondern Später Statt Trotz Über Um Und Unter Vom Von Vor Während War Waren Was Weil Weiter Wenn Wer Wie Wir Wo Zu Zudem Zuletzt Zum Zur Zuvor Zwar Zwischen`.split(
    /\s+/,
  ),
)
