import type { Talk } from './talk.js';

export const SPANISH: Talk = {
  lang: 'es',
  openers: [
    'Añado una cosa.',
    'Así se ve desde donde estoy.',
    'Quisiera volver sobre este punto.',
    'Una idea para que conste.',
  ],
  points: {
    food: [
      'Un comedor escolar que compra a las fincas vecinas enseña dos cosas a la vez: qué se come y quién lo cultiva.',
      'Una semilla que se puede guardar e intercambiar vale más, en un mal año, que otra que hay que volver a comprar.',
      'Antes de hablar de producir más, hablemos de perder menos: un almacén fresco cerca del campo y un camino transitable con lluvia.',
      'El precio debería acordarse antes de la siembra y no después de la cosecha, cuando quien cultiva ya no puede negarse.',
      'Pastores y agricultores necesitan la misma tierra en épocas distintas; un calendario acordado en primavera puede evitar una disputa en otoño.',
    ],
    water: [
      'Quienes viven río abajo deberían estar presentes cuando se decide el calendario de un embalse.',
      'Publiquemos primero las mediciones: se discute mejor a partir de las mismas cifras.',
      'El agua subterránea se comparte aunque nadie haya acordado compartirla: un pozo en un lado se nota en el otro.',
      'Reparar un canal que pierde agua no luce, y quizá sea la fuente nueva más barata que tenemos.',
      'El mejor momento para acordar qué hacer en un año seco es un año lluvioso.',
    ],
    energy: [
      'Un pueblo que posee una parte de su parque eólico lo cuidará; uno que solo lo mira, tal vez no.',
      'Preguntemos para qué es la electricidad antes de preguntar de dónde viene.',
      'Cuando cierra una mina o una central, el plan para quienes trabajaban allí debería estar listo antes del último turno.',
      'Cocinar entre humo también es una cuestión de energía, y hay que preguntar primero a quienes lo respiran.',
      'Una red que cruza fronteras hace que los vecinos dependan unos de otros: es un riesgo y puede ser una razón para seguir hablando.',
    ],
    mediation: [
      'Quien media sin ser de ninguna de las partes tiene que aprender igualmente las dos lenguas, y no solo las habladas.',
      'Escribamos lo acordado con las palabras de quienes lo acordaron; los juristas pueden venir después.',
      'El silencio de una sala no es consentimiento. Preguntemos a quienes no han hablado, y donde se sientan a salvo.',
      'Conviene acordar primero cómo vamos a discrepar: quién habla, cuánto tiempo y quién lleva el acta.',
      'Los acuerdos pequeños que se cumplen crean más confianza que uno grande que espera firmas.',
    ],
  },
  replies: [
    'De acuerdo con el objetivo. ¿Quién se ocuparía de ello el segundo año?',
    '¿Funcionaría también donde no hay camino en invierno?',
    'Quizá convenga empezar con gente que ya confía entre sí.',
    'Yo lo veo de otra manera: la regla importa menos que quién puede cambiarla.',
    '¿Qué dirían quienes no están en esta sala?',
    'Gracias, queda más claro que como yo lo había dicho.',
    'Sí, con una condición: que los costes se publiquen junto a los beneficios.',
    'Tal vez podamos acordar una prueba de una temporada y volver a reunirnos.',
  ],
  asks: {
    food: 'El mercado de los jueves y sus precios',
    water: 'Una acequia reparada entre vecinos',
    energy: 'Qué se apaga primero, y quién lo decide',
    mediation: 'Un acuerdo que cabe en una hoja',
  },
};
