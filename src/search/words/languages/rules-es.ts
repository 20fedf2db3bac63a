/** The rules of Spanish for the search. */
import type { Negations } from '../negations';

export { stemmer } from '@orama/stemmers/spanish';

/** Words that say nothing of what is wanted: grammar, and the words in which people ask. */
export const functionWords = `
el la los las lo un una unos unas al del este esta estos estas ese esa esos esas aquel aquella aquellos esto eso aquello
mi mis mío mía tu tus tuyo su sus suyo nuestro nuestra nuestros nuestras vuestro vuestra
cada todo toda todos todas otro otra otros otras mismo misma mismos algún alguno alguna algunos algunas ningún ninguno ninguna
yo me mí conmigo te ti contigo él ella ello ellos ellas nos nosotros vosotros se sí le les os usted ustedes
qué que quien quién quienes cual cuál cuales cuyo alguien algo nadie nada
y e o u ni pero sino aunque si porque pues cuando cuándo donde dónde como cómo mientras
de a en con sin por para sobre bajo desde hasta hacia entre contra según durante tras ante mediante vía
soy eres es somos son ser era eran fue fueron sea sean siendo estoy está están estar estaba estado hay haber he ha han
había haya tengo tiene tienen tener hago hace hacen hacer puedo puede pueden poder podría quiero quiere quieren querer
quisiera debo debe deben voy va van ir
no sí más menos muy mucho mucha muchos muchas poco poca pocos tan tanto también tampoco ya aún todavía siempre nunca
aquí ahí allí así sólo solo bien
busco buscar necesito necesita necesitan gustaría gusta favor
`.trim();

/** How one says what isn't wanted. */
export const negations: Negations = {
  cues: [
    'pero no',
    'y no',
    'no',
    'ni',
    'que no sea',
    'que no sean',
    'que no implique',
    'que no incluya',
    'que no tenga que ver',
    'menos',
    'sin',
    'nada de',
  ],
  exceptions: ['excepto', 'salvo', 'a excepcion', 'todo menos', 'todos menos', 'cosa menos', 'otra cosa que'],
  blockedAfter: `al lo o a mas si que quien quienes aun todavia`,
  blockedBefore: `solo solamente unicamente soy estoy tengo hablo se es hay puedo puede pueden sabe saben tiene tienen habla hablan ven oyen importa muy necesito necesariamente`,
  skipped: `trabajar usar implicar`,
  fixed: `
    hogar techo casa vivienda animo papeles recursos fronteras internet familia padres trabajo empleo carro coche auto
    agua luz costo coste salir moverme moverse desplazarme desplazarse dinero voz barreras tiempo hablar saber horas
    favorecidos favorecidas edad oportunidades computadora ordenador lejos importar embargo duda pagar gastos cobrar remuneracion documentos escuela discapacidad gubernamental gubernamentales formal formales lucrativo lucrativa lucrativos lucrativas remunerado remunerada
    remunerados remuneradas violencia vidente videntes binario binaria binarios binarias
    dos tres cuatro cinco seis siete ocho nueve diez`,
  lacked: `
    experiencia titulo titulacion estudios formacion conocimiento conocimientos carnet licencia compromiso limite lucro`,
};
