/** Words that German texts share whatever they are about: useless for finding a text. Lower case, sorted. */
export const stopWords: ReadonlySet<string> = new Set(
  `ab aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus außerdem bei beide beiden beim
bereits bis bisher bin bist da dabei dadurch dafür dagegen daher damit danach daneben dann daran darauf daraus darf darin darüber darum
darunter das dass davon davor dazu dein deine dem demnach den denen denn dennoch der deren des deshalb dessen dich die dies diese diesem
diesen dieser dieses dir doch dort du durch dürfen ebenfalls ein eine einem einen einer eines einige einigen einiger einmal er erst es etwa
etwas euch eure für ganz gar geben gegen gegenüber geht gewesen gibt habe haben hat hatte hatten hätte hätten heißt her hier hin hinter ich
ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem innerhalb ins insgesamt ist ja je jede jedem jeden jeder jedes jedoch
jeweils kann kein keine keinem keinen keiner können könnte könnten laut machen macht man mehr mein meine mich mir mit müsse müssen muss
müsste nach nachdem neben nicht nichts noch nun nur ob oder ohne pro rund sagt sagte schon sehr sei seien sein seine seinem seinen seiner
seines seit selbst sich sie sind so sodass sogar solche solchen soll sollen sollte sollten somit sondern sonst sowie statt über überhaupt
um und uns unser unsere unter viel viele vielen vom von vor wäre wären war waren warum was wegen weil weiter weitere weiteren weiterhin
welche welchen welcher wenn wer werde werden wie wieder will wir wird wo wobei wolle wollen worden würde würden wurde wurden zu zudem zum
zur zwar zwischen`.split(/\s+/),
)
