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
      ...['description', 'task description', 'duties', 'responsibilities', 'what you will do', 'activities'],
      ...['description de la tâche', 'descriptif', 'tâche', 'activités', 'ce que vous ferez'],
      ...['tarea', 'descripción', 'descripción de la tarea', 'actividades', 'funciones', 'qué se hará', 'qué harás'],
    ],
    deliverable: [
      ...['output', 'expected result'],
      ...['livrable', 'livrable attendu', 'résultat attendu', 'à rendre'],
      ...['entregable', 'resultado esperado', 'producto'],
    ],
    impact: [
      ...['why', 'purpose', 'benefit'],
      ...['utilité', 'pourquoi', 'objectif', 'à quoi ça sert'],
      ...['impacto', 'por qué', 'objetivo', 'para qué sirve'],
    ],
    requirements: [
      ...['profile', 'qualifications', 'skills required', 'candidate profile', 'who we are looking for'],
      ...['compétences requises'],
      ...['requisitos', 'qué se necesita', 'qué se pide'],
    ],
    learning: ['what you learn', 'apprentissages', 'aprendizaje'],
    organization: [
      ...['org', 'org title', 'company', 'company name', 'structure nom', 'organización solicitante', 'ong entidad', 'unidad organización'],
      ...['institution', 'host institution', 'institución', 'institución solicitante', 'unidad'],
      ...['organization name', 'ngo', 'host', 'host organization', 'posted by', 'charity'],
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
      ...['thématique', 'domaine', 'secteur'],
      ...['tema', 'ámbito', 'área temática'],
    ],
    sdgs: ['global goals', 'odd', 'ods', 'objectifs', 'objetivos'],
    skills: ['habilidad', 'competencias'],
    countries: ['duty country', 'country of work', 'beneficiary country', 'pays d’intervention'],
    languages: ['working language', 'langue', 'idioma'],
    hours: [
      ...['carga', 'carga horaria', 'disponibilité demandée', 'horaires disponibilité demandée'],
      ...['workload', 'rythme', 'temps demandé', 'disponibilidad horaria'],
      ...['time commitment', 'commitment'],
      ...['temps par semaine', 'disponibilité', 'charge', 'charge h sem'],
      ...['dedicación', 'tiempo'],
    ],
    'hours.min': ['min hours week'],
    'hours.max': ['max hours week'],
    length: ['periodo', 'periodo de colaboración', 'tiempo mínimo', 'how long', 'période', 'sur combien de temps', 'por cuánto tiempo', 'vigencia', 'duration', 'duración de la tarea'],
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
    starts: ['start date', 'date de début', 'fecha de inicio'],
    places: [
      ...['places restantes', 'volunteers still needed'],
      ...['how many', 'number of posts', 'positions', 'combien', 'cuántas personas', 'cuántos'],
      ...['number of volunteers', 'volunteers needed', 'vacancies', 'openings', 'spots', 'spots available', 'slots'],
      ...['vol requests', 'nombre de volontaires', 'nombre de bénévoles', 'nb bénévoles', 'nb volontaires', 'nombre de places'],
      ...['postes', 'effectif', 'vacantes', 'cupos', 'número de voluntarios', 'número de plazas', 'personas'],
    ],
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
    kind: ['type of organization', 'statut juridique', 'tipo de organización'],
    country: ['country of registration'],
    registrationNumber: [
      ...['registration', 'reg no', 'charity number'],
      ...['n° d’enregistrement', 'récépissé', 'numéro'],
      ...['n.º de registro', 'registro', 'personería jurídica'],
    ],
    countries: ['countries', 'countries of work', 'pays d’intervention', 'países', 'países donde trabaja'],
    causes: ['theme', 'sector', 'domaine', 'secteur', 'tema', 'ámbito'],
    languages: ['contact language'],
    website: ['web', 'site', 'url', 'site internet', 'página web'],
    joined: ['member since', 'date added', 'inscription', 'miembro desde', 'alta'],
    status: ['state', 'statut'],
  },
}; // prettier-ignore
