/** Words that say nothing about what a figure measures: function words, hedges, words of saying and being. Lower-cased. */
import type { Language } from '../language/language'

export const stopwords: Readonly<Record<Language, ReadonlySet<string>>> = {
  de: new Set(
    `ab aber alle allein allem allen aller allerdings alles als also am an andere anderem anderen anderer anderes auch auf aus außer bald bei beim beinahe bereits bis bisher
    bloß da dabei dadurch dafür dagegen daher damit danach daneben dann daran darauf daraus darf darin darüber darum darunter das dass davon davor dazu dein dem den denen denn
    dennoch der deren derer derzeit des deshalb dessen desto die dies diese diesem diesen dieser dieses doch dort du durch dürfen dürfte eben ebenfalls ebenso eher eigentlich ein
    eine einem einen einer eines einige einigen einiger einmal er erst erstmals es etwa etwas euch euer fast für ganz ganze ganzen gar gegen gegenüber genau gerade gewesen gibt
    gilt gut habe haben hat hatte hatten hätte hätten her heute hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer immerhin in indem infolge innerhalb
    ins insgesamt ist ja je jede jedem jeden jeder jedes jedoch jene jenem jenen jener jenes jetzt kamen kam kann kaum kein keine keinem keinen keiner knapp kommen kommt konnte
    konnten können könnte könnten laut lang lange längst lediglich liegen liegt lag lagen ließ machen macht mal man manche mehr mein meisten mich mir mit mittlerweile muss müssen
    musste mussten nach nachdem nahezu nämlich neben nicht nichts noch nun nur ob oben obwohl oder ohne rund schon sehr sei seien sein seine seinem seinen seiner seines seit
    seitdem sich sie sind so sobald sodass sofern sogar solche solchen soll sollen sollte sollten somit sondern sonst sowie sowohl statt über überhaupt übrigens um und
    ungefähr uns unser unsere unter viel viele vielen vom von vor vorher wann war waren warum was weder wegen weil weit weiter weitere weiteren weiterhin wem wen wenig weniger
    wenn wer werde werden werdet wie wieder will wir wird wo wobei wodurch wohl wollen wollte wollten worden wurde wurden würde würden zu zudem zufolge zum zumal zur zurück
    zusammen zwar zwischen zuletzt zuvor circa ca bzw mindestens höchstens maximal minimal zumindest wenigstens sagte sagt sagen hieß heißt gab geben`.split(
      /\s+/,
    ),
  ),
  en: new Set(
    `a about above across after again against all almost alone along already also although always am among an and another any are around as at away back be became because been
    before being below between both but by came can cannot could did do does doing done down during each either else even ever every few for from further get gets getting given
    go goes going gone got had has have having he her here hers herself him himself his how however i if in indeed instead into is it its itself just keep kept less let like
    made make many may me might mine more most much must my nearly neither never no nor not now of off often on once one only onto or other others our out over own per perhaps
    put quite rather really roughly said same say saying says see seen shall she should since so some something still such take taken than that the their them then there these
    they thing this those though through thus to together too took toward towards under until up upon us very was way we well went were what when where whether which while who
    whole whom whose why will with within without would yet you your according approximately least nearly`.split(/\s+/),
  ),
}
