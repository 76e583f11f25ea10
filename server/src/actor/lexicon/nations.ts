/**
 * What states are called besides their names. A line holds the ISO 3166 code, German adjective stems, German demonym stems, German
 * capital and other bodies that stand for the government, the same in English, and further names of the state in both languages.
 * Several entries are parted by commas, "-" means none. "ukrainisch" stands for ukrainische, ukrainischen; "Ukrainer" for Ukrainerin, Ukrainern.
 */
export const nations = `
AD|andorranisch|Andorraner|Andorra la Vella|Andorran|-|-
AE|emiratisch|Emirater|Abu Dhabi|Emirati|-|VAE,Emirate,Arabische Emirate,UAE,Emirates
AF|afghanisch|Afghane|Kabul|Afghan|-|-
AL|albanisch|Albaner,Albanerin|Tirana|Albanian|-|-
AM|armenisch|Armenier|Eriwan,Jerewan|Armenian|Yerevan|-
AO|angolanisch|Angolaner|Luanda|Angolan|-|-
AR|argentinisch|Argentinier|Buenos Aires|Argentine,Argentinian|-|-
AT|österreichisch|Österreicher|Wien|Austrian|Vienna|Republik Österreich
AU|australisch|Australier|Canberra|Australian,Aussie|-|-
AZ|aserbaidschanisch|Aserbaidschaner|Baku|Azerbaijani,Azeri|-|-
BA|bosnisch|Bosnier|Sarajevo|Bosnian|-|Bosnien-Herzegowina,Bosnien,Bosnia,Bosnia-Herzegovina
BD|bangladeschisch|Bangladescher|Dhaka|Bangladeshi|-|-
BE|belgisch|Belgier|Brüssel|Belgian|-|-
BF|burkinisch|Burkiner|Ouagadougou|Burkinabe|-|-
BG|bulgarisch|Bulgare|Sofia|Bulgarian|-|-
BO|bolivianisch|Bolivianer|La Paz|Bolivian|-|-
BR|brasilianisch|Brasilianer|Brasília|Brazilian|-|-
BY|belarussisch,weißrussisch|Belarusse,Weißrusse|Minsk|Belarusian,Belarussian|-|Weißrussland
CA|kanadisch|Kanadier|Ottawa|Canadian|-|-
CD|kongolesisch|Kongolese|Kinshasa|Congolese|-|Demokratische Republik Kongo,DR Kongo,Democratic Republic of Congo
CH|schweizerisch|Schweizer|Bern|Swiss|Berne|Eidgenossenschaft
CL|chilenisch|Chilene|Santiago de Chile|Chilean|-|-
CM|kamerunisch|Kameruner|Jaunde|Cameroonian|-|-
CN|chinesisch,rotchinesisch|Chinese,Chinesin|Peking|Chinese|Beijing|Volksrepublik China,VR China,People's Republic of China,PRC
CO|kolumbianisch|Kolumbianer|Bogotá|Colombian|-|-
CR|costa-ricanisch|Costa-Ricaner|-|Costa Rican|-|-
CU|kubanisch|Kubaner|Havanna|Cuban|Havana|-
CY|zyprisch,zypriotisch|Zyprer,Zypriot|Nikosia|Cypriot|Nicosia|-
CZ|tschechisch|Tscheche,Tschechin|Prag|Czech|Prague|Tschechische Republik,Tschechei,Czech Republic
DE|deutsch,bundesdeutsch|Deutsche|Berlin,Kanzleramt,Bundeskanzleramt|German|-|Bundesrepublik Deutschland,Bundesrepublik,BRD,Federal Republic of Germany
DK|dänisch|Däne,Dänin|Kopenhagen|Danish,Dane|Copenhagen|-
DO|dominikanisch|-|-|-|-|-
DZ|algerisch|Algerier|Algier|Algerian|Algiers|-
EC|ecuadorianisch|Ecuadorianer|-|Ecuadorian|-|-
EE|estnisch|Este|Tallinn|Estonian|-|-
EG|ägyptisch|Ägypter|Kairo|Egyptian|Cairo|-
ER|eritreisch|Eritreer|Asmara|Eritrean|-|-
ES|spanisch|Spanier|Madrid|Spanish,Spaniard|-|-
ET|äthiopisch|Äthiopier|Addis Abeba|Ethiopian|Addis Ababa|-
FI|finnisch|Finne,Finnin|Helsinki|Finnish,Finn|-|-
FR|französisch|Franzose,Französin|Paris,Élysée,Elysee,Élysée-Palast,Elysée-Palast|French,Frenchman|Elysee,Élysée|-
GA|gabunisch|Gabuner|-|Gabonese|-|-
GB|britisch|Brite,Britin|London,Downing Street|British,Briton|Whitehall|Großbritannien,Grossbritannien,Vereinigtes Königreich,Great Britain,Britain,UK,U.K.,GB
GE|georgisch|Georgier|Tiflis|Georgian|Tbilisi|-
GH|ghanaisch|Ghanaer|Accra|Ghanaian|-|-
GR|griechisch|Grieche,Griechin|Athen|Greek|Athens|-
GT|guatemaltekisch|Guatemalteke|-|Guatemalan|-|-
HN|honduranisch|Honduraner|-|Honduran|-|-
HR|kroatisch|Kroate,Kroatin|Zagreb|Croatian,Croat|-|-
HT|haitianisch|Haitianer|Port-au-Prince|Haitian|-|-
HU|ungarisch|Ungar|Budapest|Hungarian|-|-
ID|indonesisch|Indonesier|Jakarta|Indonesian|-|-
IE|irisch|Ire,Irin|Dublin|Irish,Irishman|-|-
IL|israelisch|Israeli|Jerusalem|Israeli|-|-
IN|indisch|Inder|Neu-Delhi,Delhi|Indian|New Delhi|-
IQ|irakisch|Iraker|Bagdad|Iraqi|Baghdad|-
IR|iranisch|Iraner|Teheran|Iranian|Tehran|Islamische Republik Iran
IS|isländisch|Isländer|Reykjavik,Reykjavík|Icelandic,Icelander|-|-
IT|italienisch|Italiener|Rom|Italian|Rome|-
JM|jamaikanisch|Jamaikaner|-|Jamaican|-|-
JO|jordanisch|Jordanier|Amman|Jordanian|-|-
JP|japanisch|Japaner|Tokio|Japanese|Tokyo|-
KE|kenianisch|Kenianer|Nairobi|Kenyan|-|-
KG|kirgisisch|Kirgise|Bischkek|Kyrgyz|Bishkek|Kirgistan
KH|kambodschanisch|Kambodschaner|Phnom Penh|Cambodian|-|-
KP|nordkoreanisch|Nordkoreaner|Pjöngjang|North Korean|Pyongyang|-
KR|südkoreanisch|Südkoreaner|Seoul|South Korean|-|-
KW|kuwaitisch|Kuwaiter|-|Kuwaiti|-|-
KZ|kasachisch|Kasache|Astana|Kazakh|-|-
LA|laotisch|Laote|Vientiane|Laotian|-|-
LB|libanesisch|Libanese,Libanesin|Beirut|Lebanese|-|-
LI|liechtensteinisch|Liechtensteiner|Vaduz|-|-|-
LK|sri-lankisch|Sri-Lanker|Colombo|Sri Lankan|-|-
LR|liberianisch|Liberianer|Monrovia|Liberian|-|-
LT|litauisch|Litauer|Vilnius|Lithuanian|-|-
LU|luxemburgisch|Luxemburger|-|-|-|-
LV|lettisch|Lette|Riga|Latvian|-|-
LY|libysch|Libyer|Tripolis|Libyan|Tripoli|-
MA|marokkanisch|Marokkaner|Rabat|Moroccan|-|-
MC|monegassisch|Monegasse|-|-|-|-
MD|moldauisch,moldawisch|Moldauer,Moldawier|Chișinău,Chisinau,Kischinau|Moldovan|-|Republik Moldau,Moldawien,Moldova
ME|montenegrinisch|Montenegriner|Podgorica|Montenegrin|-|-
MG|madagassisch|Madagasse|-|Malagasy|-|-
MK|nordmazedonisch,mazedonisch|Nordmazedonier,Mazedonier|Skopje|Macedonian|-|Mazedonien,Macedonia
ML|malisch|Malier|Bamako|Malian|-|-
MM|myanmarisch,birmanisch|-|Naypyidaw|Burmese|-|Birma,Burma
MN|mongolisch|Mongole|Ulan Bator|Mongolian|-|-
MT|maltesisch|Malteser|Valletta|Maltese|-|-
MX|mexikanisch|Mexikaner|Mexiko-Stadt|Mexican|Mexico City|-
MY|malaysisch|Malaysier|Kuala Lumpur|Malaysian|-|-
MZ|mosambikanisch|Mosambikaner|Maputo|Mozambican|-|-
NA|namibisch|Namibier|Windhoek|Namibian|Windhuk|-
NE|nigrisch|Nigrer|Niamey|Nigerien|-|-
NG|nigerianisch|Nigerianer|Abuja|Nigerian|-|-
NI|nicaraguanisch|Nicaraguaner|Managua|Nicaraguan|-|-
NL|niederländisch,holländisch|Niederländer,Holländer|Den Haag,Amsterdam|Dutch,Dutchman|The Hague|Holland
NO|norwegisch|Norweger|Oslo|Norwegian|-|-
NP|nepalesisch|Nepalese|Kathmandu|Nepalese,Nepali|-|-
NZ|neuseeländisch|Neuseeländer|Wellington|New Zealander|-|-
OM|omanisch|Omaner|Maskat|Omani|Muscat|-
PA|panamaisch|Panamaer|-|Panamanian|-|-
PE|peruanisch|Peruaner|Lima|Peruvian|-|-
PH|philippinisch|Filipino,Philippiner|Manila|Philippine,Filipino|-|-
PK|pakistanisch|Pakistaner|Islamabad|Pakistani|-|-
PL|polnisch|Pole,Polin|Warschau|Polish,Pole|Warsaw|-
PS|palästinensisch|Palästinenser|Ramallah|Palestinian|-|Palästina,Palästinensergebiete,Palestine
PT|portugiesisch|Portugiese,Portugiesin|Lissabon|Portuguese|Lisbon|-
PY|paraguayisch|Paraguayer|-|Paraguayan|-|-
QA|katarisch|Katarer|Doha|Qatari|-|Qatar
RO|rumänisch|Rumäne,Rumänin|Bukarest|Romanian|Bucharest|-
RS|serbisch|Serbe,Serbin|Belgrad|Serbian,Serb|Belgrade|-
RU|russisch|Russe,Russin|Moskau,Kreml|Russian|Moscow,Kremlin|Russische Föderation,Rußland,Russian Federation
RW|ruandisch|Ruander|Kigali|Rwandan|-|-
SA|saudi-arabisch,saudisch,saudiarabisch|Saudi,Saudi-Araber|Riad|Saudi,Saudi Arabian|Riyadh|Saudi Arabien
SD|sudanesisch|Sudanese|Khartum|Sudanese|Khartoum|-
SE|schwedisch|Schwede,Schwedin|Stockholm|Swedish,Swede|-|-
SG|singapurisch|Singapurer|-|Singaporean|-|-
SI|slowenisch|Slowene|Ljubljana,Laibach|Slovenian,Slovene|-|-
SK|slowakisch|Slowake,Slowakin|Bratislava|Slovak,Slovakian|-|Slowakische Republik
SN|senegalesisch|Senegalese|Dakar|Senegalese|-|-
SO|somalisch|Somalier|Mogadischu|Somali|Mogadishu|-
SV|salvadorianisch|Salvadorianer|-|Salvadoran|-|-
SY|syrisch|Syrer|Damaskus|Syrian|Damascus|-
TD|tschadisch|Tschader|N'Djamena|Chadian|-|-
TG|togoisch|Togoer|-|Togolese|-|-
TH|thailändisch|Thailänder|Bangkok|Thai|-|-
TJ|tadschikisch|Tadschike|Duschanbe|Tajik|Dushanbe|-
TM|turkmenisch|Turkmene|-|Turkmen|-|-
TN|tunesisch|Tunesier|Tunis|Tunisian|-|-
TR|türkisch|Türke,Türkin|Ankara|Turkish,Turk|-|Turkey
TW|taiwanisch,taiwanesisch|Taiwaner,Taiwanese|Taipeh|Taiwanese|Taipei|-
TZ|tansanisch|Tansanier|-|Tanzanian|-|-
UA|ukrainisch|Ukrainer|Kiew,Kyjiw|Ukrainian|Kyiv,Kiev|-
UG|ugandisch|Ugander|Kampala|Ugandan|-|-
US|amerikanisch,US-amerikanisch|Amerikaner,US-Amerikaner|Washington,Weißes Haus,Weißen Haus,Weiße Haus,Pentagon|American|White House,Pentagon|USA,US,U.S.,U.S.A.,Vereinigte Staaten von Amerika,United States of America,Amerika,America
UY|uruguayisch|Uruguayer|Montevideo|Uruguayan|-|-
UZ|usbekisch|Usbeke|Taschkent|Uzbek|Tashkent|-
VA|vatikanisch|-|Vatikan|-|Vatican|Heiliger Stuhl,Holy See
VE|venezolanisch|Venezolaner|Caracas|Venezuelan|-|-
VN|vietnamesisch|Vietnamese,Vietnamesin|Hanoi|Vietnamese|-|-
XK|kosovarisch|Kosovare|Pristina|Kosovar|-|-
YE|jemenitisch|Jemenit|Sanaa|Yemeni|-|-
ZA|südafrikanisch|Südafrikaner|Pretoria|South African|-|-
ZM|sambisch|Sambier|Lusaka|Zambian|-|-
ZW|simbabwisch|Simbabwer|Harare|Zimbabwean|-|-
`
