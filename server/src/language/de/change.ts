/** German words of rising and falling: nouns by their ends, verbs with the forms that stand alone and, where they have one, their particle. */

/** Ends of nouns that say how much something changed: "Plus", "Umsatzplus", "Rückgänge". */
export const changeNouns = {
  rise: 'plus zuwachs zuwachses zuwächse zuwächsen anstieg anstiegs anstieges anstiege anstiegen zunahme zunahmen steigerung steigerungen erhöhung erhöhungen wachstum wachstums verteuerung verteuerungen aufstockung aufstockungen anhebung anhebungen',
  fall: 'minus rückgang rückgangs rückganges rückgänge rückgängen abnahme abnahmen einbruch einbruchs einbrüche einbrüchen senkung senkungen verringerung verringerungen reduzierung reduzierungen reduktion kürzung kürzungen einbuße einbußen kursverlust kursverluste kursverlusten schrumpfung absturz',
} as const

/** "particle finite forms, participle": joined they stand alone ("nachgaben", "nachgegeben", "nachzugeben"), apart they need the particle. */
export const separable = {
  rise: [
    'an steigen steigt stieg stiegen gestiegen',
    'an wachsen wächst wuchs wuchsen gewachsen',
    'an heben hebt hob hoben gehoben',
    'an ziehen zieht zog zogen gezogen',
    'an schwellen schwillt schwoll schwollen geschwollen',
    'auf stocken stockt stockte stockten gestockt',
    'aus bauen baut baute bauten gebaut',
    'aus weiten weitet weitete weiteten geweitet',
    'dazu gewinnen gewinnt gewann gewannen gewonnen',
    'herauf setzen setzt setzte setzten gesetzt',
    'hinauf setzen setzt setzte setzten gesetzt',
    'hinzu gewinnen gewinnt gewann gewannen gewonnen',
    'hoch fahren fährt fuhr fuhren gefahren',
    'hoch schnellen schnellt schnellte schnellten geschnellt',
    'zu legen legt legte legten gelegt',
    'zu nehmen nimmt nahm nahmen genommen',
  ],
  fall: [
    'ab bauen baut baute bauten gebaut',
    'ab bröckeln bröckelt bröckelte bröckelten gebröckelt',
    'ab nehmen nimmt nahm nahmen genommen',
    'ab rutschen rutscht rutschte rutschten gerutscht',
    'ab sacken sackt sackte sackten gesackt',
    'ab sinken sinkt sank sanken gesunken',
    'ab stürzen stürzt stürzte stürzten gestürzt',
    'ein brechen bricht brach brachen gebrochen',
    'ein büßen büßt büßte büßten gebüßt',
    'ein büssen büsst büsste büssten gebüsst',
    'herab setzen setzt setzte setzten gesetzt',
    'herunter fahren fährt fuhr fuhren gefahren',
    'herunter setzen setzt setzte setzten gesetzt',
    'nach geben gibt gab gaben gegeben',
    'nach lassen lässt ließ ließen gelassen',
    'zurück fahren fährt fuhr fuhren gefahren',
    'zurück fallen fällt fiel fielen gefallen',
    'zurück gehen geht ging gingen gegangen',
    'zurück schrauben schraubt schraubte schraubten geschraubt',
  ],
} as const

export const rise =
  'steigen steigt stieg stiegen stiege gestiegen gestiegene gestiegenen gestiegener gestiegenes steigend steigende steigenden steigender wachsen wächst wuchs wuchsen gewachsen gewachsene gewachsenen wachsend wachsende wachsenden erhöhen erhöht erhöhte erhöhten klettern klettert kletterte kletterten geklettert verteuern verteuert verteuerte verteuerten steigern steigert steigerte steigerten gesteigert gewinnen gewinnt gewann gewannen springen springt sprang sprangen gesprungen verbessern verbessert verbesserte verbesserten vermehren vermehrt vermehrte vermehrten vervielfachen vervielfacht vervielfachte vervielfachten verdoppeln verdoppelt verdoppelte verdoppelten verdreifachen verdreifacht verdreifachte verdreifachten vervierfachen vervierfacht vervierfachte vervierfachten verfünffachen verfünffacht verfünffachte verfünffachten mehr teurer höher höhere höheren höherer höheres plus aufschlag anstieg anstiegs anstiegen zunahme wachstum zuwachs zuwächse erhöhung verteuerung steigerung verbesserung'

export const fall =
  'sinken sinkt sank sanken sänke gesunken gesunkene gesunkenen gesunkener gesunkenes sinkend sinkende sinkenden sinkender fallen fällt fiel fielen gefallen gefallene gefallenen fallend fallende fallenden schrumpfen schrumpft schrumpfte schrumpften geschrumpft verringern verringert verringerte verringerten vermindern vermindert verminderte verminderten reduzieren reduziert reduzierte reduzierten senken senkt senkte senkten gesenkt verlieren verliert verlor verloren halbieren halbiert halbierte halbierten kürzen kürzt kürzte kürzten gekürzt streichen streicht strich strichen gestrichen stürzen stürzt stürzte stürzten gestürzt rutschen rutscht rutschte rutschten gerutscht schwinden schwindet schwand schwanden geschwunden drosseln drosselt drosselte drosselten gedrosselt verbilligen verbilligt verbilligte verbilligten minus weniger billiger günstiger niedriger niedrigere niedrigeren niedrigerer geringer geringere geringeren rückläufig rückgang rückgangs rückgänge abnahme verringerung reduzierung senkung verlust verluste kürzung kürzungen einbruch'
