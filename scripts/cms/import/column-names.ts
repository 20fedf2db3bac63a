/** The names that people give the columns of their sheets, besides the fields' own labels. */
import type { ImportType } from './import-types';

/**
 * In English, French and Spanish, by the field's path. Names with the same `columnKey` as another name or label needn't be here,
 * unless that is another field's.
 */
export const usualColumnNames: Readonly<Record<ImportType, Readonly<Record<string, readonly string[]>>>> = {
  opportunity: {
    title: [
      ...['job name', 'volunteer job name', 'acción', 'nom', 'activité'],
      ...['position title', 'post title', 'poste'],
      ...['position', 'role', 'opportunity', 'task title', 'role title'],
      ...['intitulé', 'intitulé du poste', 'mission', 'libellé'],
      ...['nombre', 'puesto', 'oportunidad'],
    ],
    summary: [
      ...['short description', 'teaser', 'in short', 'abstract'],
      ...['en bref', 'description courte', 'chapeau', 'accroche'],
      ...['descripción corta', 'descripción breve', 'en breve'],
    ],
    task: [
      ...['content', 'post content', 'description des actions', 'actions à réaliser', 'objectifs et actions à réaliser', 'descripción de las actividades'],
      ...['detail', 'about the role', 'terms of reference', 'what they would do', 'texte', 'ce qu’on attend', 'detalle', 'explicación'],
      ...['description', 'description de l’activité', 'task description', 'duties', 'responsibilities', 'what you will do', 'activities'],
      ...['description de la tâche', 'descriptif', 'tâche', 'activités', 'ce que vous ferez'],
      ...['tarea', 'descripción', 'descripción de la tarea', 'actividades', 'funciones', 'qué se hará', 'qué harás'],
    ],
    deliverable: [
      ...['output', 'expected result'],
      ...['livrable', 'livrable attendu', 'résultat attendu', 'à rendre'],
      ...['entregable', 'resultado esperado', 'producto'],
    ],
    impact: [
      ...['why', 'purpose'],
      ...['utilité', 'pourquoi', 'objectif', 'à quoi ça sert'],
      ...['impacto', 'por qué', 'objetivo', 'para qué sirve'],
    ],
    requirements: [
      ...['profile', 'required experience', 'experience', 'qualifications', 'skills required', 'candidate profile', 'who we are looking for'],
      ...['compétences requises', 'profil', 'profil attendu', 'profil souhaité', 'profil du bénévole', 'prérequis'],
      ...['requisitos', 'qué se necesita', 'qué se pide', 'perfil', 'perfil deseado', 'perfil del voluntario'],
    ],
    learning: ['what you learn', 'apprentissages', 'aprendizaje'],
    organization: [
      ...['org', 'org title', 'company', 'company name', 'structure nom', 'organización solicitante', 'ong entidad', 'unidad organización'],
      ...['institution', 'host institution', 'institución', 'institución solicitante', 'unidad'],
      ...['organization name', 'partner organization', 'organisation partenaire', 'organización socia', 'ngo', 'host', 'host organization', 'posted by', 'charity'],
      ...['charity name', 'partner', 'association', 'ong', 'structure', 'structure d’accueil', 'organisme', 'nom asso'],
      ...['nom de l’association', 'entidad', 'asociación', 'organización responsable', 'nombre de la entidad'],
    ],
    taskTypes: [
      ...['category', 'type of work'],
      ...['type de mission', 'catégorie', 'nature de la mission'],
      ...['categoría', 'tipo de trabajo'],
    ],
    causes: [
      ...['cause area', 'focus area', 'theme', 'topic', 'field'],
      ...['thématique', 'domaine', 'domaine d’action', 'domaine d’intervention', 'secteur'],
      ...['tema', 'ámbito', 'ámbito de actuación', 'área temática'],
    ],
    sdgs: ['global goals', 'odd', 'ods', 'objectifs', 'objetivos'],
    skills: ['habilidad', 'competencias', 'area of expertise', 'areas of expertise', 'compétences recherchées', 'compétences savoir-faire', 'savoir-faire'],
    countries: ['duty country', 'country of work', 'beneficiary country', 'pays d’intervention'],
    languages: ['working language', 'langue', 'idioma'],
    hours: [
      ...['volume horaire', 'charge horaire', 'charge de travail', 'carga', 'carga horaria', 'disponibilité demandée', 'horaires disponibilité demandée'],
      ...['workload', 'rythme', 'temps demandé', 'temps requis', 'temps nécessaire', 'disponibilidad horaria'],
      ...['time commitment', 'time required', 'estimated time', 'commitment', 'tiempo requerido', 'tiempo estimado'],
      ...['temps par semaine', 'engagement minimum', 'disponibilité', 'charge', 'charge h sem'],
      ...['dedicación', 'dedicación semanal', 'dedicación horaria', 'tiempo'],
    ],
    'hours.min': ['min hours week'],
    'hours.max': ['max hours week'],
    length: ['duración del compromiso', 'periodo', 'periodo de colaboración', 'tiempo mínimo', 'how long', 'période', 'sur combien de temps', 'por cuánto tiempo', 'vigencia', 'duration', 'duración de la tarea'],
    'length.weeks': ['duration weeks', 'durée semaines', 'duración semanas', 'weeks', 'number of weeks', 'nombre de semaines'],
    'closes.date': [
      ...['candidature avant le', 'cierre de la convocatoria', 'cierre de postulaciones', 'convocatoria'],
      ...['need by', 'date de fin de candidature', 'date fin candidature', 'cuándo cierra'],
      ...['deadline', 'closing date', 'closes', 'apply by', 'deadline to apply', 'expires'],
      ...['date limite', 'date de clôture', 'clôture', 'jusqu’au', 'échéance', 'à pourvoir avant le'],
      ...['fecha límite', 'fecha de cierre', 'cierre', 'cierra', 'plazo', 'hasta'],
    ],
    'closes.zone': ['time zone', 'timezone', 'fuseau', 'fuseau horaire', 'zona horaria', 'huso horario'],
    posted: [
      ...['date posted', 'publication date', 'published'],
      ...['publié le', 'publication', 'mise en ligne'],
      ...['fecha de publicación', 'publicado', 'publicación'],
    ],
    starts: ['target start date', 'start date', 'date de début', 'début', 'début souhaité', 'date de démarrage', 'inicio', 'fecha de inicio', 'fecha de incorporación', 'fecha de comienzo'],
    places: [
      ...['places restantes', 'volunteers still needed'],
      ...['how many', 'number of posts', 'positions', 'combien', 'cuántas personas', 'cuántos'],
      ...['max volunteers', 'volunteers wanted', 'number of volunteers', 'volunteers needed', 'vacancies', 'openings', 'spots', 'spots available', 'slots'],
      ...['vol requests', 'nombre de volontaires', 'nombre de bénévoles', 'nb bénévoles', 'nb volontaires', 'nombre de places'],
      ...['postes', 'nombre de postes', 'bénévoles recherchés', 'volontaires recherchés', 'effectif', 'vacantes', 'cupos', 'número de voluntarios', 'número de plazas', 'personas'],
    ],
    applyUrl: ['application link', 'apply link', 'link to apply', 'lien de candidature', 'lien pour postuler', 'enlace de inscripción', 'enlace para postular', 'enlace de postulación'],
    minimumAge: ['age', 'edad'],
    status: ['state', 'statut', 'situación'],
  },
  organization: {
    name: [
      ...['organization', 'organization name', 'ngo', 'title'],
      ...['nom de l’organisation', 'association', 'ong', 'raison sociale'],
      ...['nombre de la organización', 'entidad', 'razón social'],
    ],
    acronym: ['abbreviation', 'short name', 'acrónimo'],
    summary: ['short description', 'in short', 'en bref', 'description courte', 'descripción breve'],
    mission: ['description', 'about', 'présentation', 'à propos', 'descripción', 'presentación'],
    kind: ['type of organization', 'legal form', 'statut juridique', 'forme juridique', 'forma jurídica', 'tipo de organización'],
    country: ['country of registration'],
    registrationNumber: [
      ...['registration', 'reg no', 'charity number'],
      ...['n° d’enregistrement', 'récépissé', 'numéro', 'n° rna', 'siret'],
      ...['n.º de registro', 'registro', 'personería jurídica', 'nif', 'cif'],
    ],
    countries: ['countries', 'countries of work', 'pays d’intervention', 'países', 'países donde trabaja'],
    causes: ['theme', 'sector', 'domaine', 'secteur', 'tema', 'ámbito'],
    languages: ['contact language'],
    website: ['web', 'site', 'url', 'site internet', 'página web'],
    joined: ['member since', 'date added', 'inscription', 'date d’adhésion', 'adhésion', 'miembro desde', 'alta', 'fecha de alta'],
    status: ['state', 'statut'],
  },
}; // prettier-ignore

/** What questions of forms ask for, by words of theirs, folded; the first that fits. A person’s own title and name aren’t asked for here. */
export const askedWords: readonly (readonly [path: string, words: RegExp])[] = [
  ['closes.date', /\b(?:deadline|closing date|date limite|date de cloture|fecha limite|fecha de cierre|apply by(?! e ?mail)|hasta cuando|jusqu a quand)\b/],
  ['starts', /\b(?:start|starts|begin|commencer|debuter|empezar|comenzar)\b/],
  ['languages', /\b(?:languages?|langues?|idiomas?)\b/],
  ['skills', /\b(?:skills?|competences?|competencias?|habilidades|conocimientos)\b/],
  ['deliverable', /\b(?:deliver|livrera|remettra|entregara)\b/],
  ['impact', /\b(?:does (?:it|this) help|a qui sert|qui aide|a quien ayuda)\b/],
  ['causes', /\b(?:causes?|tematicas?|thematiques?)\b/],
  ['hours', /\b(?:hours|heures|horas)\b/],
  ['length', /\b(?:how long|combien de temps|cuanto tiempo|duration|duree|duracion)\b/],
  ['title', /^(?!.*\b(?:your|votre|su|tu)\b).*\b(?:title|titre|titulo|intitule)\b|\btitulo le pondria\b/],
  ['organization', /^(?!.*\b(?:e ?mail|correo|courriel|phone|telephone|telefono|website|site|sitio|address)\b).*\b(?:organi[sz]ation|organizacion|association|asociacion|ngo|ong|charity|entidad|organisme)\b/],
  ['summary', /\b(?:one or two sentences|one sentence|une ou deux phrases|une phrase|una o dos frases|una frase|summary|resume|resumen)\b/],
  ['places', /\b(?:how many (?:volunteers|people)|combien de (?:benevoles|volontaires|personnes)|cuantas (?:personas|voluntarias)|cuantos voluntarios)\b/],
  ['task', /\b(?:describe|decrivez|describa|describe|description|descripcion|describala|en que consiste|will the volunteer do|fera le benevole|hara (?:el|la) voluntari[oa])\b/],
]; // prettier-ignore
