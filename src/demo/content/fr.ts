import type { Talk } from './talk.js';

export const FRENCH: Talk = {
  lang: 'fr',
  openers: [
    'J’ajoute une chose.',
    'Voici comment je le vois d’ici.',
    'Je voudrais revenir sur ce point.',
    'Une remarque pour le compte rendu.',
  ],
  points: {
    food: [
      'Une cantine scolaire qui s’approvisionne chez les producteurs voisins enseigne deux choses à la fois : ce que l’on mange, et qui le cultive.',
      'Une semence que l’on a le droit de garder et d’échanger vaut plus, une mauvaise année, qu’une semence qu’il faut racheter.',
      'Avant de parler de produire plus, parlons de perdre moins : un entrepôt frais près du champ, et une route praticable sous la pluie.',
      'Le prix devrait être convenu avant les semailles, et non après la récolte, quand le producteur ne peut plus refuser.',
      'Éleveurs et cultivateurs ont besoin de la même terre à des moments différents ; un calendrier convenu au printemps évite une querelle en automne.',
    ],
    water: [
      'Ceux qui vivent en aval devraient être présents quand on fixe le calendrier d’un barrage.',
      'Publions d’abord les mesures : on débat mieux à partir des mêmes chiffres.',
      'Une nappe est partagée même quand personne n’a décidé de la partager : un puits creusé d’un côté se ressent de l’autre.',
      'Réparer un canal qui fuit n’a rien de glorieux, et c’est peut-être la moins chère de nos nouvelles sources.',
      'C’est une année pluvieuse qu’il est le plus facile de s’entendre sur une année sèche.',
    ],
    energy: [
      'Un village qui possède une part de son parc éolien en prendra soin ; un village qui ne fait que le regarder, ce n’est pas sûr.',
      'Demandons-nous à quoi sert l’électricité avant de demander d’où elle vient.',
      'Quand une mine ou une centrale ferme, le plan pour ceux qui y travaillaient devrait être prêt avant la dernière relève.',
      'Cuisiner dans la fumée est aussi une question d’énergie, et il faut d’abord interroger ceux qui la respirent.',
      'Un réseau qui traverse les frontières rend les voisins dépendants les uns des autres : c’est un risque, et ce peut être une raison de continuer à se parler.',
    ],
    mediation: [
      'Un médiateur qui n’est d’aucun des deux camps doit quand même apprendre les deux langues, et pas seulement celles que l’on parle.',
      'Écrivons l’accord avec les mots de ceux qui l’ont conclu ; les juristes viendront après.',
      'Le silence d’une salle n’est pas un consentement. Interrogeons ceux qui n’ont rien dit, là où ils se sentent en sécurité.',
      'Il est utile de convenir d’abord de la manière de ne pas être d’accord : qui parle, combien de temps, et qui tient le compte rendu.',
      'De petits accords respectés créent plus de confiance qu’un grand accord qui attend des signatures.',
    ],
  },
  replies: [
    'D’accord sur le but. Qui s’en occuperait la deuxième année ?',
    'Est-ce que cela marcherait aussi là où il n’y a pas de route en hiver ?',
    'Il serait peut-être sage de commencer avec des gens qui se font déjà confiance.',
    'Je le vois autrement : la règle compte moins que la question de savoir qui peut la changer.',
    'Que diraient ceux qui ne sont pas dans cette salle ?',
    'Merci, c’est plus clair que ma propre formulation.',
    'Oui, à une condition : que les coûts soient publiés à côté des avantages.',
    'On pourrait convenir d’un essai d’une saison, puis se retrouver.',
  ],
  asks: {
    food: 'Le four du village et ses tours',
    water: 'Ce que la source nous dit au printemps',
    energy: 'Le moulin peut-il aussi éclairer ?',
    mediation: 'Comment nous avons appris à redire',
  },
};
