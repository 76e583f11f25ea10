/**
 * Words for the same thing, for paraphrase within German and for English texts on German sources: German before the bar, English
 * behind it, one concept a line; a word may stand in several. Written for this project. `#` begins a comment.
 */
export const concepts = `
# change
steigen stieg stiegen gestiegen Anstieg ansteigen angestiegen Zunahme zunehmen nahm zugenommen Zuwachs wachsen wuchs gewachsen Wachstum Steigerung steigern Plus Erhöhung erhöhen erhöht klettern kletterte zulegen zugelegt legte hinzugekommen | rise rose risen increase grow grew grown growth climb gain up surge soar jump
sinken sank sanken gesunken Rückgang zurückgehen zurückgegangen ging fallen fiel fielen gefallen Abnahme abnehmen nahm abgenommen Minus schrumpfen schrumpfte geschrumpft Einbruch einbrechen brach eingebrochen Verringerung verringern verringert abgenommen nachgeben gab nachgegeben einbüßen büßte eingebüßt Einbuße verlieren verlor | fall fell fallen drop decline decrease shrink shrank shrunk dip slump plunge lose lost down slip
senken gesenkt Senkung kürzen kürzte gekürzt Kürzung verringern reduzieren reduziert Reduktion Reduzierung drosseln einsparen eingespart Einsparung streichen strich gestrichen Streichung Abbau abbauen abgebaut | cut cuts reduce reduction lower slash trim axe save savings
verdoppeln verdoppelt Verdoppelung Verdopplung doppelt | double doubled twice
verdreifachen verdreifacht dreifach | triple tripled treble threefold
halbieren halbiert Halbierung Hälfte halb | halve halved half
Höchststand Rekord Rekordwert Rekordhoch Höchstwert Rekordstand höchste | record peak high highest
Tiefststand Tiefstand Rekordtief niedrigste | low lowest trough
unverändert gleich stabil konstant stagnieren stagnierte | unchanged stable flat stagnate constant steady
Ausbau ausbauen ausgebaut Erweiterung erweitern vergrößern Expansion expandieren | expansion expand enlarge extend extension upgrade
Veränderung ändern Änderung verändern geändert | change alter amend amendment modify
verbessern verbesserte Verbesserung | improve improvement better
verschlechtern Verschlechterung | worsen deteriorate deterioration
schwanken Schwankung | fluctuate fluctuation vary swing
übersteigen überstieg übertreffen übertraf übertroffen überschreiten | exceed surpass top outstrip outperform
betragen betrug belaufen beläuft belief beziffern beziffert beträgt ausmachen macht | amount total stand come
erreichen erreicht erreichte | reach achieve attain hit
Ziel Vorgabe Plan Zielwert | target goal aim objective plan
Grenze Limit Obergrenze Höchstgrenze Deckel | limit cap ceiling maximum
Durchschnitt durchschnittlich Mittel Schnitt Mittelwert mittlere | average mean median
Gesamtzahl insgesamt Summe gesamt Gesamtsumme | total sum overall altogether combined
Anzahl Zahl Zahlen Menge | number numbers figure count amount quantity
Anteil Quote Rate Prozentsatz Satz | share rate proportion ratio quota percentage portion
Differenz Unterschied Abstand | difference gap distance margin
jährlich Jahr Jahre pro Jahr | year yearly annual annually
monatlich Monat Monate | month monthly
wöchentlich Woche Wochen | week weekly
täglich Tag Tage | day daily
stündlich Stunde Stunden | hour hourly
Minute Minuten | minute
Sekunde Sekunden | second
Quartal Vierteljahr quartal | quarter quarterly
Halbjahr Halbjahre Semester | half-year half semester
Vorjahr Vorjahres letztes vergangenes vorig | previous last prior earlier year-earlier
Jahrzehnt Dekade | decade
Jahrhundert | century
Anfang Beginn beginnen begann begonnen Start starten gestartet | start begin began begun beginning launch
Ende enden beendet Abschluss | end finish finished close conclude
Zeitraum Periode Frist Dauer | period term span duration deadline
dauern dauerte währen | last lasted take took
alt Alter älter | old age aged elder older
jung jünger Jugend Jugendliche | young youth younger teenager
neu neue | new
erste erstmals zuerst | first initially
letzte | last final latest
Januar Jänner | January
Februar Feber | February
März | March
April | April
Mai | May
Juni | June
Juli | July
August | August
September | September
Oktober | October
November | November
Dezember | December
Montag | Monday
Dienstag | Tuesday
Mittwoch | Wednesday
Donnerstag | Thursday
Freitag | Friday
Samstag Sonnabend | Saturday
Sonntag | Sunday
Frühling Frühjahr | spring
Sommer | summer
Herbst | autumn fall
Winter | winter
Morgen Früh Vormittag | morning
Nachmittag | afternoon
Abend | evening
Nacht Nächte | night
Mitternacht | midnight
Stichtag Termin Datum | date deadline

# money and companies
Umsatz Erlös Erlöse Einnahmen Einkünfte umsetzen umgesetzt Umsatzerlöse Geschäft | revenue turnover sales income takings receipts proceeds
Gewinn Überschuss Profit Ertrag verdienen verdiente Jahresüberschuss Nettogewinn Reingewinn Ergebnis Nettoergebnis | profit earnings surplus gain income net earn earned result
Betriebsgewinn Betriebsergebnis Ebit operativ operatives | operating profit ebit
Verlust Verluste Fehlbetrag Defizit Minus Abgang Nettoverlust Jahresverlust | loss losses deficit shortfall
Kosten kosten kostete Aufwand Aufwendungen Ausgaben ausgeben gab ausgegeben | cost costs expense expenditure spending spend spent outlay
Preis Preise teuer verteuern verteuert Tarif Gebühr Entgelt | price prices fee charge tariff fare expensive dear
billig günstig verbilligen | cheap cheaper inexpensive
Lohn Löhne Gehalt Gehälter Verdienst Einkommen Bezahlung Bezüge Gage Sold | wage wages salary salaries pay income earnings remuneration
Bonus Prämie Boni | bonus premium
Schulden Verschuldung verschuldet Verbindlichkeiten Schuld | debt debts liabilities indebted owe
Kredit Darlehen Kredite leihen lieh verleihen geliehen | loan loans credit lend lent borrow
Neuverschuldung Budgetdefizit Haushaltsdefizit | borrowing deficit
Zinsen Zins Zinssatz Leitzins verzinst | interest rate
Steuer Steuern Abgabe Abgaben versteuern besteuern Besteuerung | tax taxes levy duty taxation
Mehrwertsteuer Umsatzsteuer | vat value-added
Vorsteuergewinn vor Steuern | pre-tax pretax before
Zoll Zölle Einfuhrzoll | tariff customs duty
Subvention Subventionen Förderung fördern gefördert Beihilfe Zuschuss bezuschussen Unterstützung | subsidy subsidies grant support aid funding
Spende Spenden spenden gespendet | donation donate donations
Hilfe helfen half geholfen Unterstützung unterstützen Beistand | help aid assistance support assist relief
Investition investieren investiert stecken gesteckt Invest | investment invest invested
Anleger Investor Investoren Aktionär Aktionäre Anteilseigner | investor shareholder stockholder
Aktie Aktien Anteilsschein Papier Papiere Titel | share shares stock stocks
Aktienkurs Kurs Börsenkurs notieren notierte | share price stock quote trade
Börse Börsenwert Marktkapitalisierung | exchange stock market capitalisation bourse
Dividende Ausschüttung ausschütten | dividend payout
Bilanz Bilanzsumme | balance sheet assets
Vermögen Kapital Eigenkapital Guthaben | assets capital wealth fortune equity
Fonds | fund funds
Anleihe Anleihen Bond | bond bonds
Bank Banken Kreditinstitut Geldhaus Institut | bank banks lender
Sparkasse Sparbuch Spareinlagen Einlagen Einlage | savings deposit deposits
Versicherung Versicherer versichert | insurance insurer insured
Konkurs Insolvenz Pleite pleite insolvent | insolvency bankruptcy bankrupt insolvent
Übernahme übernehmen übernahm übernommen kaufen kaufte gekauft Kauf Zukauf erwerben erwarb erworben Erwerb anschaffen Anschaffung | takeover acquire acquisition buy bought purchase
Verkauf verkaufen verkauft Absatz absetzen abgesetzt veräußern Veräußerung | sale sell sold sales dispose
Auktion Versteigerung versteigern ersteigern | auction
Fusion fusionieren Zusammenschluss | merger merge
Beteiligung beteiligt Anteil Anteile halten hält hielt gehalten besitzen besitzt Besitz | stake holding interest share hold held own owned ownership
Eigentümer Besitzer Inhaber | owner holder proprietor
Firma Firmen Unternehmen Konzern Gesellschaft Betrieb Betriebe | company companies firm group corporation business enterprise
Tochter Tochterfirma Tochtergesellschaft | subsidiary unit
Hersteller Produzent herstellen Produktion produzieren produziert Fertigung fertigen Erzeugung erzeugen erzeugt | manufacturer producer make produce production manufacture output
Händler Handel Einzelhandel handeln Geschäft | retailer trader dealer trade retail
Kunde Kunden Käufer Abnehmer | customer customers client buyer
Verbraucher Konsument Konsumenten Konsum | consumer consumption
Lieferant Lieferung liefern geliefert ausliefern Auslieferung | supplier delivery deliver shipment supply
Bestellung bestellen bestellt Auftrag Aufträge | order orders contract
Vertrag Verträge Abkommen Vereinbarung Kontrakt vereinbaren | contract agreement deal treaty pact accord
Filiale Filialen Geschäft Laden Läden Niederlassung Zweigstelle Markt | branch branches store stores shop shops outlet
Standort Standorte Werk Werke Fabrik Fabriken | site sites plant plants factory location
Branche Industrie Sektor Wirtschaftszweig | industry sector trade
Wirtschaft Konjunktur wirtschaftlich | economy economic
Wirtschaftsleistung Bruttoinlandsprodukt BIP Wirtschaftswachstum | GDP output economy product
Inflation Teuerung Teuerungsrate Preisanstieg | inflation
Export Ausfuhr exportieren exportiert ausführen | export exports
Import Einfuhr importieren importiert | import imports
Budget Haushalt Etat Staatshaushalt | budget
Staat staatlich Bund öffentlich | state public federal government
privat | private
Werbung Anzeige Inserat Reklame | advertising advertisement ad commercial
Miete Mieten mieten vermieten Mieter Pacht | rent rents lease tenant rental
Wohnung Wohnungen Apartment Quartier Unterkunft Unterkünfte | flat apartment dwelling accommodation housing lodging
Haus Häuser Gebäude | house houses building home
Immobilie Immobilien Grundstück | property real estate plot
Strafe Geldstrafe Bußgeld Buße Strafzahlung | fine penalty
Entschädigung Schadenersatz Abfindung Schmerzensgeld | compensation damages settlement severance
Rente Pension Pensionen Ruhegeld Rentner Pensionist Pensionisten | pension pensions pensioner retiree
Pensionsalter Ruhestand Renteneintritt | retirement
Sozialhilfe Mindestsicherung Hartz | welfare benefit
Arbeitslosengeld | unemployment benefit dole
Beitrag Beiträge | contribution contributions fee
Zahlung zahlen zahlte gezahlt bezahlen bezahlt Überweisung überweisen entrichten | payment pay paid transfer
Rückzahlung zurückzahlen tilgen Tilgung | repayment repay
Garantie Haftung bürgen Bürgschaft Garantien | guarantee liability warranty
Summe Betrag Beträge | sum amount
Geld Gelder Mittel finanzieren finanziert Finanzierung | money funds funding finance financed financing
Ersparnis sparen gespart Sparpaket | savings save austerity
Wert wert Werte bewerten bewertet Bewertung | value worth valuation valued
Währung | currency
Wechselkurs | exchange rate
Euro | euro euros
Dollar | dollar dollars
Pfund | pound pounds sterling
Franken | franc francs
Rubel | rouble ruble roubles
Markt Märkte Marktanteil | market markets
Wettbewerb Konkurrenz Konkurrent Mitbewerber | competition competitor rival
Angebot anbieten bietet angeboten bot bieten | offer offers supply bid
Nachfrage nachfragen | demand
Vorstand Vorstandschef Konzernchef Chef Geschäftsführer Firmenchef Leiter | chief CEO boss executive director manager head chair
Aufsichtsrat | supervisory board
Gründer gründen gegründet Gründung | founder found founded establish
Start-up Startup Jungunternehmen | startup start-up
Marke Marken | brand brands
Produkt Produkte Ware Waren Artikel Erzeugnis | product products goods article item
Dienstleistung Dienst Service | service services
Lizenz Lizenzen Konzession Genehmigung | licence license permit concession
Patent Patente | patent
Gutachten Expertise | report opinion expert
Prüfung prüfen geprüft Prüfer Kontrolle kontrollieren | audit check inspection inspect auditor control examine review

# work
Arbeit arbeiten arbeitet arbeitete tätig | work works labour labor job
Arbeitsplatz Arbeitsplätze Stelle Stellen Job Jobs Posten | job jobs position post
Beschäftigte Beschäftigten Beschäftigter Mitarbeiter Angestellte Arbeitnehmer Personal Belegschaft Arbeitskräfte Bedienstete Arbeiter beschäftigt beschäftigen Dienstnehmer Leute | employee employees worker workers staff workforce employ employed personnel
Arbeitslosigkeit arbeitslos Arbeitslose Arbeitslosenquote Arbeitslosenrate Jobsuchende | unemployment unemployed jobless
Beschäftigung Beschäftigungsquote Erwerbstätige erwerbstätig | employment employed
Entlassung entlassen kündigen gekündigt Kündigung Kündigungen Stellenabbau | dismissal layoff layoffs dismiss redundancy fire lay
einstellen eingestellt Neueinstellung anstellen rekrutieren | hire hired recruit
Kurzarbeit | short-time
Streik streiken Ausstand Arbeitsniederlegung Arbeitskampf | strike strikes walkout
Gewerkschaft Gewerkschaften | union unions
Überstunden Arbeitszeit | overtime hours
Lehrling Lehrlinge Auszubildende Azubi Lehre Ausbildung | apprentice apprentices trainee training
Selbstständige Freiberufler | self-employed freelance
freie Freie | freelance
Arbeitgeber | employer employers
Leiharbeiter Zeitarbeiter | temporary agency
Bewerber Bewerbung bewerben beworben Kandidat Kandidaten Anwärter | applicant candidate candidates apply application
Beamte Beamter Staatsdiener | civil servant official
Lehrer Lehrerin Pädagogen Lehrkräfte | teacher teachers
Arzt Ärzte Mediziner | doctor doctors physician
Pfleger Pflegekräfte Pflege | nurse nurses nursing care carer
Bauer Bauern Landwirt Landwirte | farmer farmers
Landwirtschaft landwirtschaftlich Agrar | agriculture agricultural farm farming
Fahrer Lenker Autofahrer Chauffeur | driver drivers motorist
Pilot Piloten Flugkapitän Kapitän | pilot captain
Anwalt Anwälte Rechtsanwalt Jurist Verteidiger | lawyer attorney solicitor counsel
Journalist Journalisten Reporter | journalist reporter
Wissenschaftler Wissenschafter Forscher | scientist researcher researchers scientists
Künstler Künstlerin | artist artists
Autor Autoren Schriftsteller | author writer
Sänger Sängerin | singer
Schauspieler Schauspielerin Darsteller | actor actress
Trainer Coach Betreuer | coach trainer manager
Spieler Spielerin | player players
Fan Fans Anhänger | fan fans supporter supporters
Mitglied Mitglieder | member members

# people and counting
Mensch Menschen Person Personen Leute | people person persons humans individuals
Einwohner Bewohner Bevölkerung Bürger Anwohner | inhabitant inhabitants resident residents population citizen citizens people
Mann Männer männlich | man men male
Frau Frauen weiblich | woman women female
Kind Kinder minderjährig Minderjährige | child children minor minors kids
Jugendliche Teenager | adolescent teenager youth juvenile
Baby Säugling Neugeborene Geburt Geburten geboren | baby newborn birth births born
Familie Familien | family families
Eltern Mutter Vater | parents mother father parent
Ehe Hochzeit heiraten Heirat verheiratet Ehepaar | marriage wedding marry married couple
Scheidung geschieden | divorce divorced
Bruder Schwester Geschwister | brother sister sibling
Sohn Tochter | son daughter
Ausländer ausländisch | foreigner foreigners foreign
Flüchtling Flüchtlinge Geflüchtete Schutzsuchende Asylsuchende Vertriebene | refugee refugees displaced
Asylwerber Asylbewerber Asylsuchende Asyl Asylantrag Asylanträge | asylum seeker seekers
Migrant Migranten Einwanderer Zuwanderer Migration Zuwanderung Einwanderung | migrant migrants immigrant immigrants migration immigration
Abschiebung abschieben abgeschoben | deport deportation
Schüler Schülerin | pupil pupils student schoolchildren
Student Studenten Studierende Studentin Hörer | student students undergraduate
Teilnehmer teilnehmen teilgenommen Teilnahme | participant participants attendee attend take
Besucher besuchen besucht Besuch Gäste Gast Zuschauer Publikum Zuhörer | visitor visitors visit guest guests audience spectator spectators viewers attendance
Zuseher Seher Zuschauer Reichweite | viewer viewers audience
Leser Auflage Exemplare Leserschaft | reader readers circulation copies
Nutzer User Anwender Benutzer nutzen genutzt verwenden | user users use used
Abonnent Abonnenten Abo Abos | subscriber subscribers subscription
Passagier Passagiere Fahrgast Fahrgäste Reisende Fluggäste Fluggast Insassen | passenger passengers traveller travelers
Tourist Touristen Urlauber Tourismus Feriengast | tourist tourists tourism holidaymaker
Nächtigung Nächtigungen Übernachtung Übernachtungen | overnight stay night
Patient Patienten Kranke | patient patients sick
Wähler Wahlberechtigte Stimmberechtigte | voter voters electorate
Demonstrant Demonstranten Demonstration Kundgebung Protest protestieren demonstrieren Protestierende | demonstrator protester protesters demonstration rally protest march
Soldat Soldaten Truppe Truppen Militär Armee Heer Streitkräfte Bundeswehr Bundesheer | soldier soldiers troop troops military army forces
Polizist Polizisten Polizei Beamte Exekutive | police officer officers policeman
Feuerwehr Feuerwehrleute | fire firefighter firefighters brigade
Helfer Retter Rettungskräfte Einsatzkräfte Freiwillige Bergretter | rescuer rescuers helper volunteer volunteers emergency
Terrorist Terroristen Terror Terrorismus Extremist Islamist | terrorist terrorism terror extremist islamist
Häftling Häftlinge Gefangene Gefangener Insasse Insassen | prisoner prisoners inmate inmates detainee detainees
Täter Verdächtige Verdächtiger Angreifer | suspect perpetrator attacker offender culprit
Opfer | victim victims casualty casualties
Tote Todesopfer Tod sterben starb starben gestorben tot getötet töten umkommen kamen umgekommen Leben verunglückt ums | dead death deaths die died killed kill fatality fatalities toll
Verletzte verletzt Verletzung Verwundete verwundet | injured injury injuries wounded hurt wound
Vermisste vermisst | missing
Überlebende überleben überlebt | survivor survive survived
Geisel Geiseln entführen entführt Entführung | hostage hostages kidnap abduct abduction
Leiche Leichen Leichnam | body bodies corpse
Betroffene betroffen | affected concerned
Kunde Gäste | guest customer
Befragte Umfrage befragt Befragung Erhebung | respondent respondents survey poll polled surveyed
Zeuge Zeugen | witness witnesses
Richter Gericht Gerichtshof Senat Justiz | judge court justice tribunal
Abgeordnete Abgeordneter Mandatar Parlamentarier Mandat Mandate Sitz Sitze | deputy MP lawmaker member seat seats mandate parliamentarian
Minister Ministerin Ressortchef | minister secretary
Präsident Präsidentin Staatschef Staatsoberhaupt | president head
Kanzler Kanzlerin Bundeskanzler Regierungschef Premier Premierminister Ministerpräsident | chancellor premier minister prime
Bürgermeister Stadtchef Bürgermeisterin | mayor
König Königin | king queen
Papst | pope
Bischof Kardinal | bishop cardinal
Experte Experten Fachleute Fachmann | expert experts specialist
Milliardär Millionär | billionaire millionaire
Obdachlose obdachlos Wohnungslose | homeless
Arme Armut arm armutsgefährdet | poor poverty
Reiche reich Reichtum | rich wealthy wealth
Behinderte behindert Behinderung | disabled disability handicapped
Senior Senioren Ältere | elderly senior seniors
Christ Christen Katholik Katholiken | christian christians catholic
Muslim Muslime Moslem | muslim muslims
Jude Juden jüdisch | jew jews jewish
Gläubige Pilger Wallfahrer | pilgrim pilgrims believer faithful worshippers

# politics
Regierung Kabinett regieren Koalition | government cabinet coalition govern
Opposition | opposition
Parlament Bundestag Nationalrat Abgeordnetenhaus Volksvertretung Unterhaus | parliament bundestag assembly house commons
Senat Oberhaus Bundesrat | senate upper
Wahl Wahlen wählen gewählt Urnengang Abstimmung Votum | election elections vote poll ballot elect elected
Stimme Stimmen | vote votes ballot
Wahlbeteiligung | turnout
Mehrheit | majority
Minderheit | minority
Referendum Volksabstimmung Volksbegehren Volksentscheid | referendum plebiscite petition
Unterschrift Unterschriften unterzeichnen unterschrieben Petition | signature signatures sign signed petition
Partei Parteien Fraktion | party parties faction
Umfrage Umfragewerte Meinungsforschung | poll polls survey
Gesetz Gesetze Gesetzesentwurf Novelle Verordnung Regelung | law act bill legislation regulation statute
Reform Reformen reformieren | reform reforms
Verfassung | constitution constitutional
Ministerium Ressort | ministry department
Behörde Behörden Amt | authority authorities agency office
Gemeinde Gemeinden Kommune Kommunen Ort Ortschaft | municipality community commune town village local
Stadt Städte städtisch | city cities town urban municipal
Dorf Dörfer | village villages
Land Länder Staaten Staat | country countries state states nation
Bundesland Bundesländer Provinz Region Landkreis Bezirk | province state region district county
Hauptstadt | capital
Grenze Grenzen Grenzübergang | border borders frontier
Mitgliedstaat Mitgliedsland Mitgliedsländer Mitgliedsstaaten | member states
EU Union europäisch | EU European union
UNO UN Vereinte Nationen | UN united nations
NATO Nato | nato
Botschaft Botschafter Konsulat | embassy ambassador consulate
Verhandlung Verhandlungen verhandeln Gespräche Gespräch | negotiation negotiations talks negotiate
Gipfel Treffen Konferenz Tagung Kongress Sitzung | summit meeting conference congress session
Sanktion Sanktionen Embargo | sanction sanctions embargo
Krieg Kriege Konflikt Kämpfe Gefecht Bürgerkrieg | war wars conflict fighting battle civil
Frieden Waffenruhe Waffenstillstand | peace ceasefire truce
Waffe Waffen Rüstung Rüstungsgüter | weapon weapons arms armament
Bombe Bomben Sprengsatz Explosion explodieren Detonation Sprengstoff | bomb bombs explosion blast explosive explode
Rakete Raketen Geschoss | rocket rockets missile missiles
Panzer | tank tanks armoured
Angriff Angriffe Anschlag Attentat Attacke Überfall Anschläge | attack attacks assault raid bombing
Luftangriff Luftschlag | airstrike air raid
Einsatz Mission einsetzen eingesetzt Operation | mission operation deploy deployment
Abzug abziehen abgezogen Rückzug | withdrawal withdraw pullout
Stationierung stationieren stationiert entsenden entsandt | station deploy deployed send sent
Verteidigung Verteidigungsetat Wehretat | defence defense
Skandal Affäre | scandal affair
Rücktritt zurücktreten | resignation resign step
Amtszeit Legislaturperiode | term office
Kandidatur kandidieren | candidacy run stand
Korruption Bestechung Schmiergeld | corruption bribery bribe bribes
Spionage Geheimdienst | spy espionage intelligence
Antrag Anträge beantragen beantragt Ansuchen Gesuch | application applications apply request motion
Beschwerde Beschwerden Eingabe Eingaben Klage beschweren | complaint complaints grievance
Bescheid Entscheidung entscheiden entschied Beschluss beschließen beschlossen | decision decide ruling resolution

# law and crime
Straftat Straftaten Verbrechen Delikt Delikte Kriminalität | crime crimes offence offences offense delict
Mord Morde Tötung ermorden ermordet | murder murders homicide killing murdered
Diebstahl stehlen gestohlen Einbruch Einbrüche | theft steal stolen burglary burglaries
Raub Überfall rauben geraubt erbeuten Beute | robbery rob robbed loot heist
Betrug betrügen Betrüger | fraud cheat scam
Gewalt Gewalttat Gewalttaten Körperverletzung | violence violent assault
Vergewaltigung | rape
Drogen Rauschgift Suchtgift Kokain Heroin Cannabis | drug drugs narcotics cocaine heroin cannabis
Schmuggel schmuggeln Schlepper | smuggle smuggling smuggler trafficker
Festnahme festnehmen festgenommen verhaften verhaftet Verhaftung | arrest arrested detain detained arrests
Haft Gefängnis Haftstrafe Freiheitsstrafe inhaftiert Kerker | prison jail imprisonment sentence custody imprisoned
Urteil verurteilen verurteilt Schuldspruch Verurteilung | verdict sentence convict convicted conviction judgment
Freispruch freisprechen freigesprochen | acquittal acquit acquitted
Prozess Verfahren Verhandlung | trial process proceedings case
Klage klagen verklagen Kläger | lawsuit sue suit plaintiff action
Anklage angeklagt Angeklagte Angeklagter Staatsanwalt Staatsanwaltschaft | charge charged indictment defendant prosecutor prosecution accused
Ermittlung Ermittlungen ermitteln Ermittler | investigation investigate investigator inquiry
Anzeige anzeigen angezeigt | report complaint
Verstoß Verstöße verletzen Verletzung | violation breach infringement
Durchsuchung Razzia durchsuchen | search raid raids
Beschlagnahme beschlagnahmen sichergestellt sicherstellen | seize seized confiscate confiscated
Flucht fliehen floh geflohen flüchten | flight flee fled escape
Schuss Schüsse schießen schoss erschossen | shot shots shoot shooting gunfire

# accidents, nature, weather
Unfall Unfälle Unglück verunglücken Havarie | accident accidents crash disaster
Absturz abstürzen abgestürzt | crash crashed plummet
Brand Brände Feuer brennen brannte Waldbrand | fire fires blaze burn wildfire
Erdbeben Beben | earthquake quake tremor
Überschwemmung Überschwemmungen Hochwasser Flut überflutet Fluten | flood floods flooding inundated
Sturm Stürme Unwetter Orkan Taifun Hurrikan Wirbelsturm | storm hurricane typhoon cyclone gale tempest
Lawine Lawinen | avalanche avalanches
Erdrutsch Mure | landslide mudslide
Vulkan Ausbruch | volcano eruption
Dürre Trockenheit | drought
Hitze heiß Hitzewelle | heat hot heatwave
Kälte kalt Frost | cold frost
Regen regnen Niederschlag Niederschläge | rain rainfall precipitation
Schnee Schneefall | snow snowfall
Temperatur Temperaturen Grad | temperature temperatures degrees
Wind Windgeschwindigkeit Böen | wind winds gusts
Klima Klimawandel Erderwärmung | climate warming
Ausstoß Emission Emissionen CO2 Kohlendioxid Treibhausgase Abgase | emission emissions carbon dioxide greenhouse exhaust
Umwelt Naturschutz Umweltschutz | environment environmental conservation
Wald Wälder Forst | forest forests wood
Baum Bäume | tree trees
Fluss Flüsse Strom | river rivers stream
See Seen | lake lakes
Meer Ozean See Meeresspiegel | sea ocean
Küste Strand Ufer | coast shore beach bank
Insel Inseln | island islands isle
Berg Berge Gebirge Gipfel | mountain mountains peak hill
Wüste | desert
Erde Boden | earth soil ground
Wasser Trinkwasser | water drinking
Abwasser Kläranlage | sewage wastewater
Müll Abfall Abfälle | waste rubbish garbage trash
Tier Tiere | animal animals
Vogel Vögel | bird birds
Fisch Fische Fischerei | fish fishing fishery
Hund Hunde | dog dogs
Katze | cat cats
Pferd Pferde | horse horses
Rind Rinder Kühe Kuh | cattle cow cows beef
Schwein Schweine | pig pigs pork
Huhn Hühner Geflügel | chicken hen poultry
Biene Bienen | bee bees
Wolf Wölfe | wolf wolves
Bär Bären Eisbär | bear bears polar
Pflanze Pflanzen | plant plants
Art Arten Spezies | species kind
Getreide Weizen Ernte | grain wheat harvest crop cereal
Obst Gemüse | fruit vegetables
Fleisch | meat
Milch | milk
Zucker | sugar
Wein | wine
Bier Brauerei | beer brewery
Tabak Zigarette Zigaretten Raucher rauchen | tobacco cigarette cigarettes smoker smoke
Lebensmittel Nahrung Nahrungsmittel Essen | food foods groceries

# energy and traffic
Energie | energy
Strom Elektrizität elektrisch | electricity power electric
Kraftwerk Kraftwerke | power plant station
Atomkraft Atomkraftwerk Kernkraft Kernkraftwerk AKW Reaktor nuklear atomar | nuclear reactor atomic
Kohle | coal
Öl Erdöl Rohöl | oil crude petroleum
Gas Erdgas | gas natural
Barrel Fass | barrel
Benzin Diesel Treibstoff Sprit Kraftstoff | petrol gasoline diesel fuel
Solar Photovoltaik Sonnenenergie | solar photovoltaic
Windkraft Windrad Windräder Windpark | wind turbine turbines farm
erneuerbar Ökostrom | renewable renewables green
Leitung Pipeline Rohr | pipeline pipe line
Netz Netze | grid network
Verbrauch verbrauchen verbraucht | consumption consume use
Leistung Kapazität | capacity output power performance
Verkehr | traffic transport
Auto Autos Wagen Pkw Fahrzeug Fahrzeuge Kraftfahrzeug | car cars vehicle vehicles automobile
Neuzulassung Neuzulassungen zugelassen | registration registrations registered
Lastwagen Lkw Laster | truck lorry trucks
Bus Busse | bus buses coach
Bahn Zug Züge Eisenbahn Waggon Waggons | train trains rail railway
U-Bahn Metro | underground subway metro
Straßenbahn Tram | tram tramway
Fahrrad Rad Fahrräder Radfahrer | bicycle bike bikes cyclist
Motorrad | motorcycle motorbike
Flugzeug Flugzeuge Maschine Maschinen Jet Flieger | aircraft plane planes airplane jet
Flughafen Airport | airport
Flug Flüge fliegen flog | flight flights fly flew
Fluglinie Airline Fluggesellschaft | airline carrier
Hubschrauber Helikopter | helicopter
Schiff Schiffe Boot Boote Fähre Frachter Tanker | ship ships boat vessel ferry freighter tanker
Hafen | port harbour harbor
Straße Straßen Autobahn | road roads street motorway highway
Brücke Brücken | bridge bridges
Tunnel | tunnel
Strecke Route Weg Distanz Entfernung entfernt | route distance stretch way track away
Länge lang langer | length long
Höhe hoch hohe | height high tall altitude
Breite breit | width wide broad
Tiefe tief | depth deep
Größe groß | size large big great
Fläche Flächen Areal Gelände Quadratmeter Hektar | area surface site hectares square ground
Gewicht schwer wiegen wiegt wog | weight weigh heavy
Geschwindigkeit Tempo schnell | speed velocity fast
Unfalltote Verkehrstote | road deaths
Stau | jam congestion
Ticket Fahrkarte Eintritt Karte Karten Eintrittskarte | ticket tickets admission card
Verspätung verspätet | delay delayed late
Rückruf zurückrufen Rückrufaktion | recall recalled recalls
Flotte | fleet
Motor Motoren Antrieb | engine engines motor
Elektroauto Elektroautos | electric car

# science, health, technology
Studie Studien Untersuchung Untersuchungen Erhebung | study studies survey research analysis investigation
Forschung forschen Forschungsausgaben | research
Universität Hochschule Uni Universitäten | university college
Schule Schulen | school schools
Kindergarten Kinderbetreuung | kindergarten nursery childcare
Bildung | education
Museum Ausstellung | museum exhibition exhibit
Theater Oper Bühne | theatre theater opera stage
Film Filme Kino Streifen | film films movie cinema
Buch Bücher Roman | book books novel
Zeitung Zeitungen Blatt Tageszeitung | newspaper newspapers paper daily
Magazin Zeitschrift | magazine journal
Fernsehen Sender TV Rundfunk | television broadcaster channel tv
Radio Hörfunk | radio
Musik Lied Album Song Platte | music song album record
Konzert Konzerte Festival | concert festival
Bild Bilder Foto Fotos Aufnahme Gemälde | picture image photo painting photograph
Internet Netz online Webseite Website Seite | internet web online site website
Rechner Computer PC | computer computers
Handy Smartphone Telefon Mobilfunk | mobile phone smartphone cellphone telephone
Programm Software App Anwendung | program software app application
Spiel Spiele Videospiel | game games match
Daten | data
Hacker Hackerangriff Cyberangriff | hacker hack cyberattack
Virus Viren | virus viruses
Roboter | robot robots
Satellit Satelliten | satellite satellites
Sonde Raumsonde | probe spacecraft
Weltraum Raumfahrt All Raumstation | space station
Mond | moon
Planet Planeten | planet planets
Stern Sterne | star stars
Sonne | sun
Lichtjahr Lichtjahre | light-year light-years
Krankheit Krankheiten Erkrankung erkrankt erkranken Leiden | disease illness sick diseases infected
Infektion infiziert Ansteckung | infection infected
Impfung impfen Impfstoff geimpft | vaccination vaccine vaccinate
Krebs | cancer
Krankenhaus Krankenhäuser Spital Spitäler Klinik | hospital hospitals clinic
Medikament Medikamente Arznei Arzneimittel | drug medicine medication
Behandlung behandeln behandelt Therapie | treatment treat treated therapy
Operation operiert | surgery operation
Gesundheit gesundheitlich | health
Lebenserwartung | life expectancy
Selbstmord Suizid | suicide
Übergewicht | overweight obesity
Ernährung | nutrition diet
Test Tests testen Versuch | test tests trial experiment try
Probe Proben | sample samples
Risiko Gefahr | risk danger hazard
Sicherheit sicher | safety security safe secure
Gerät Geräte | device devices appliance
Anlage Anlagen | plant facility installation
Erfindung erfinden | invention invent
Entdeckung entdecken entdeckt finden fand gefunden Fund | discovery discover find found
Teilchen Atom | particle atom
Gen Gene genetisch | gene genes genetic
Gehirn Hirn | brain
Herz | heart
Blut | blood
Zelle Zellen | cell cells

# sport
Verein Klub Club Team Mannschaft | club team side squad
Liga Bundesliga | league
Meister Meisterschaft Titel Meistertitel | champion championship title
Weltmeisterschaft WM Weltmeister | world cup champion championship
Olympia Olympische Olympiade | olympics olympic games
Medaille Medaillen Gold Silber Bronze | medal medals gold silver bronze
Tor Tore Treffer | goal goals
Punkt Punkte | point points
Sieg siegen gewinnen gewann gewonnen Sieger Erfolg | win won victory winner triumph
Niederlage verlieren verlor verloren | defeat lose lost loss
Rennen Lauf | race run
Saison | season
Stadion Arena | stadium arena
Schiedsrichter | referee
Rang Platz Position Stelle | rank place position
Weltrekord Rekord | record
Runde | round lap
Turnier | tournament
Ablöse Transfer | transfer fee
Doping gedopt | doping

# verbs and general nouns of the news
schätzen geschätzt Schätzung Schätzungen | estimate estimated estimates
erwarten erwartet Erwartung rechnen prognostizieren Prognose voraussagen Vorhersage | expect expected forecast predict prediction projection
planen plant geplant vorsehen vorgesehen | plan planned intend
fordern forderte gefordert verlangen verlangt Forderung | demand call claim require
warnen warnt Warnung | warn warning
melden gemeldet Meldung berichten Bericht berichtete | report reported
mitteilen mitgeteilt teilte ankündigen angekündigt Ankündigung bekanntgeben | announce announced inform notify
zeigen zeigt hervorgehen | show shows reveal
bestätigen bestätigt | confirm confirmed
zurückweisen dementieren bestreiten abstreiten | deny reject dispute denied
ablehnen abgelehnt Ablehnung lehnen dagegen | reject rejected oppose refuse against
zustimmen zugestimmt Zustimmung befürworten dafür stimmten | approve approval agree favour support consent
kritisieren Kritik Kritiker | criticise criticism critic
loben Lob | praise
eröffnen eröffnet Eröffnung öffnen | open opened opening
schließen geschlossen Schließung zusperren sperren gesperrt Sperre | close closed closure shut block
bauen gebaut Bau errichten errichtet | build built construction construct erect
abreißen abgerissen Abriss zerstören zerstört Zerstörung beschädigt | demolish destroyed destroy demolition damage
Schaden Schäden Sachschaden | damage damages
retten gerettet Rettung | rescue rescued save
evakuieren evakuiert Evakuierung räumen Räumung | evacuate evacuated evacuation
suchen Suche | search seek look
helfen | help
schicken entsenden senden gesandt | send sent dispatch
bringen brachte gebracht | bring brought
nehmen | take
erhalten erhielt bekommen bekam kriegen empfangen | receive received get obtain
geben vergeben | give gave given
verteilen verteilt Verteilung | distribute distribution
sammeln gesammelt Sammlung | collect collection gather
tragen trug | carry wear bear
bleiben blieb verbleiben | remain stay
leben lebt lebte wohnen wohnt | live lived reside
reisen gereist Reise | travel trip journey
ankommen angekommen Ankunft Ankünfte eintreffen eingetroffen kommen | arrive arrived arrival arrivals come
verlassen abreisen | leave left depart
zurückkehren Rückkehr | return returned
teilen geteilt | split divide share
stellen | put
spielen gespielt | play played
schreiben geschrieben | write wrote written
lesen | read
sprechen Sprache | speak language
sehen | see view
hören | hear
denken glauben | think believe
wissen | know
lernen | learn
lehren unterrichten Unterricht | teach lesson class
schlafen Schlaf | sleep
essen | eat
trinken | drink
feiern Feier Fest Jubiläum | celebrate celebration anniversary festival
sterben | die
wählen | choose elect vote
schützen Schutz geschützt | protect protection protected
bedrohen bedroht Drohung | threaten threat threatened
verbieten verboten Verbot | ban banned forbid prohibition
erlauben erlaubt zulassen gestatten | allow permit
zwingen gezwungen Zwang | force forced
brauchen benötigen benötigt Bedarf | need require
fehlen fehlt Mangel | lack missing shortage
reichen | suffice extend
gelten | apply
führen geführt Führung | lead led leadership
folgen | follow
verbinden Verbindung Verbindungen | connect connection link
wirken Wirkung Auswirkung | effect impact
verursachen Ursache Grund | cause reason
Problem Probleme Schwierigkeit | problem trouble difficulty
Lösung lösen | solution solve
Krise Krisen | crisis
Erfolg erfolgreich | success successful
Fehler | error mistake fault
Frage Fragen | question issue
Antwort | answer response
Beispiel | example
Teil Teile | part parts
Stück | piece unit
Seite Seiten | page side
Liste | list
Gruppe Gruppen | group groups
Reihe | series row
Fall Fälle | case cases
Ereignis Vorfall Vorfälle | event incident incidents
Ergebnis Resultat | result outcome
Bericht Jahresbericht | report
Statistik | statistics
Angabe Angaben | information statement
Information | information
Name Namen | name
Ort Stelle | place location spot
Platz Plätze Sitzplatz Sitzplätze | place seat seats space capacity
Bett Betten | bed beds
Zimmer Raum | room rooms
Zelt Zelte | tent tents
Lager Camp | camp camps
Stock Stockwerk Etage Stockwerke | floor storey floors
Turm Hochhaus Wolkenkratzer | tower skyscraper
Kirche Kirchen | church churches
Moschee | mosque
Schloss Burg | castle palace
Garten Park | garden park
Zoo Tiergarten Tierpark | zoo
Denkmal | monument memorial
Grab Friedhof | grave cemetery tomb
Kunst Kunstwerk Werk Werke | art artwork work works
Preis Auszeichnung ausgezeichnet | prize award
Geschichte | history story
Kultur | culture cultural
Religion | religion
Sprache | language
Norden nördlich | north northern
Süden südlich | south southern
Osten östlich | east eastern
Westen westlich | west western
Mitte Zentrum | centre center middle
international weltweit global Welt | international world worldwide global
national | national
regional lokal | regional local
deutsch Deutsche Deutscher Deutschland | german germans germany
österreichisch Österreicher Österreich | austrian austrians austria
schweizerisch Schweizer Schweiz | swiss switzerland
französisch Franzosen Frankreich | french france
britisch Briten Großbritannien | british britain uk kingdom
englisch Engländer England | english england
schottisch Schottland | scottish scotland
irisch Irland | irish ireland
italienisch Italiener Italien | italian italians italy
spanisch Spanier Spanien | spanish spain
portugiesisch Portugal | portuguese portugal
griechisch Griechen Griechenland | greek greeks greece
türkisch Türken Türkei | turkish turks turkey
russisch Russen Russland | russian russians russia
ukrainisch Ukraine | ukrainian ukraine
polnisch Polen | polish poland poles
tschechisch Tschechien | czech czechia
ungarisch Ungarn | hungarian hungary
slowenisch Slowenien | slovenian slovenia
kroatisch Kroatien | croatian croatia
serbisch Serben Serbien | serbian serbs serbia
bosnisch Bosnien | bosnian bosnia
rumänisch Rumänien | romanian romania
bulgarisch Bulgarien | bulgarian bulgaria
niederländisch Niederlande Holland | dutch netherlands holland
belgisch Belgien | belgian belgium
dänisch Dänemark | danish denmark
schwedisch Schweden | swedish sweden swedes
norwegisch Norwegen | norwegian norway
finnisch Finnland | finnish finland
amerikanisch Amerikaner USA Vereinigte Staaten Amerika | american americans us usa america united states
kanadisch Kanada | canadian canada
mexikanisch Mexiko | mexican mexico
brasilianisch Brasilien | brazilian brazil
chinesisch China Chinesen | chinese china
japanisch Japan Japaner | japanese japan
indisch Indien Inder | indian india
pakistanisch Pakistan | pakistani pakistan
afghanisch Afghanistan | afghan afghanistan
iranisch Iran | iranian iran
irakisch Irak | iraqi iraq
syrisch Syrien Syrer | syrian syria syrians
israelisch Israel | israeli israel
palästinensisch Palästinenser | palestinian palestinians
ägyptisch Ägypten | egyptian egypt
libysch Libyen | libyan libya
tunesisch Tunesien | tunisian tunisia
afrikanisch Afrika | african africa
südafrikanisch Südafrika | south african
australisch Australien | australian australia
neuseeländisch Neuseeland | zealand
südkoreanisch Südkorea nordkoreanisch Nordkorea | korea korean
saudisch Saudi-Arabien | saudi arabia
Wien Wiener | vienna viennese
Brüssel | brussels
Rom | rome
Athen | athens
Moskau | moscow
Warschau | warsaw
Prag | prague
Genf | geneva
Zürich | zurich
Köln | cologne
München | munich
Mailand | milan
Venedig | venice
Neapel | naples
Lissabon | lisbon
Kopenhagen | copenhagen
Peking | beijing
Tokio | tokyo
Kairo | cairo
Bayern bayerisch | bavaria bavarian
Sachsen | saxony
Niedersachsen | lower saxony
Kärnten | carinthia
Steiermark steirisch | styria
Tirol | tyrol
Donau | danube
Rhein | rhine
Bodensee | constance
Ostsee | baltic
Mittelmeer | mediterranean
Nordsee | north sea
Europa europäisch | europe european
Asien asiatisch | asia asian
Eurozone Euroraum Euroländer | eurozone euro area

# measures
Kilometer | kilometre kilometer kilometres kilometers
Meter | metre meter metres meters
Zentimeter | centimetre centimeter centimetres
Millimeter | millimetre millimeter
Meile Meilen | mile miles
Quadratkilometer | square kilometres
Quadratmeter | square metres
Kubikmeter | cubic metres
Hektar | hectare hectares
Liter | litre liter litres
Tonne Tonnen | tonne tonnes ton tons
Kilogramm Kilo | kilogram kilo kilograms
Gramm | gram grams
Kilowattstunde Kilowattstunden | kilowatt-hour kilowatt hours
Megawatt | megawatt megawatts
Gigawatt | gigawatt
Prozent | percent per cent
Prozentpunkt Prozentpunkte | percentage point points
Hälfte | half
Drittel | third thirds
Viertel | quarter quarters
Fünftel | fifth
Zehntel | tenth
Dutzend Dutzende | dozen dozens
Hunderte hundert | hundred hundreds
Tausende tausend | thousand thousands
Million Millionen | million millions
Milliarde Milliarden | billion billions
Billion Billionen | trillion trillions
`
