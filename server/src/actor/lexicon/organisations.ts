/**
 * Organisations that politics and business speak of by a short name. A line holds the name to show and further names, parted by "|";
 * the first is canonical, in English texts the one after "=", where there is one.
 */
export const organisations = `
NATO|Nato|Nordatlantikpakt|Atlantisches Bündnis|North Atlantic Treaty Organization|Otan
Europäische Union|EU|=European Union
Vereinte Nationen|UN|UNO|Uno|Vereinten Nationen|=United Nations|U.N.
Europäische Kommission|EU-Kommission|=European Commission
Europäische Zentralbank|EZB|=European Central Bank|ECB
Europäischer Gerichtshof|EuGH|Europäischen Gerichtshof|=European Court of Justice
Europäisches Parlament|EU-Parlament|Europaparlament|Europäischen Parlament|=European Parliament
Europarat|=Council of Europe
Internationaler Währungsfonds|IWF|Internationalen Währungsfonds|=International Monetary Fund|IMF
Weltbank|=World Bank
Weltgesundheitsorganisation|WHO|=World Health Organization
Welthandelsorganisation|WTO|=World Trade Organization
OECD
OPEC|Opec
OSZE|OSCE
IAEA|IAEO|Internationale Atomenergiebehörde
UNICEF|Unicef
UNHCR
UNESCO|Unesco
CDU
CSU
CDU/CSU
SPD
FDP
AfD
BSW
PDS
NPD
ÖVP
SPÖ
FPÖ
NEOS|Neos
SVP
Bündnis 90/Die Grünen|Die Grünen|BÜNDNIS 90/DIE GRÜNEN
Die Linke|Linkspartei|DIE LINKE
Bundesregierung
Bundestag|Deutscher Bundestag|Deutschen Bundestag
Bundeskabinett
Bundespräsidialamt
Auswärtiges Amt|Auswärtigen Amt
Bundesinnenministerium|BMI|Bundesministerium des Innern
Bundesfinanzministerium|BMF|Bundesministerium der Finanzen
Bundesjustizministerium|BMJ|Bundesministerium der Justiz
Bundesverteidigungsministerium|BMVg|Bundesministerium der Verteidigung
Bundeswirtschaftsministerium|BMWi|BMWK|Bundesministerium für Wirtschaft
Bundesumweltministerium|BMU|BMUV
Bundesgesundheitsministerium|BMG|Bundesministerium für Gesundheit
Bundesarbeitsministerium|BMAS|Bundesministerium für Arbeit
Bundesbildungsministerium|BMBF
Bundesfamilienministerium|BMFSFJ
Bundesverkehrsministerium|BMDV
Bundesentwicklungsministerium|BMZ
Bundeslandwirtschaftsministerium|BMEL
Bundesbauministerium|BMWSB
SED
KPD
Bundesrat
Bundeswehr
Bundesbank|Deutsche Bundesbank|Deutschen Bundesbank
Bundesnachrichtendienst|BND
Bundeskriminalamt|BKA
Bundesverfassungsgericht
Bundesgerichtshof|BGH
Bundesagentur für Arbeit
Statistisches Bundesamt|Destatis|Statistischen Bundesamt
Verfassungsschutz
Deutsche Bahn|Deutschen Bahn
Deutsche Bank|Deutschen Bank
Deutsche Telekom|Deutschen Telekom|Telekom
Deutscher Gewerkschaftsbund|DGB
Verdi|ver.di|Ver.di
IG Metall
ADAC
ARD
ZDF
ORF
BBC
CNN
dpa
dts
AFP
epd
KNA
APA|apa
SID|sid
AP
Reuters
FBI
CIA
NSA
NASA|Nasa
ESA|Esa
FIFA|Fifa
UEFA|Uefa
DFB
IOC
Hamas
Hisbollah|Hizbollah|Hezbollah
Taliban
Islamischer Staat|IS|Islamischen Staat|Islamic State|ISIS
Al-Qaida|Al-Kaida|al-Qaida|al-Kaida|Al-Qaeda
Amnesty International
Greenpeace
Rotes Kreuz|Roten Kreuz|Red Cross
Rheinmetall
Siemens
Volkswagen|VW
BMW
Daimler
Mercedes-Benz
Audi
Porsche
Opel
Bosch
BASF
Bayer
SAP
Lufthansa
Commerzbank
Airbus
Boeing
Google
Apple
Microsoft
Amazon
Facebook
Twitter
Gazprom
Rosneft
Republikaner|Republican Party
Demokraten|Democratic Party
Labour|Labour Party
Tories|Conservative Party
`
