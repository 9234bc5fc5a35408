/// <summary>A dispatch of usual length and density of names.</summary>
internal static class Samples
{
    public const string French = """
        Le Premier ministre belge Alexander De Croo a reçu mardi à Bruxelles la présidente de la Commission européenne, Ursula von der Leyen, pour
        préparer le sommet européen de la semaine prochaine. Les deux responsables ont évoqué la situation en Ukraine et les relations avec la Chine,
        a indiqué le cabinet du Premier ministre à l'agence Belga.

        "Nous devons parler d'une seule voix", a déclaré Mme von der Leyen à l'issue de l'entretien. Selon elle, l'Union européenne (UE) doit réduire sa
        dépendance envers la Russie et diversifier ses approvisionnements, notamment depuis la Norvège et le Qatar. M. De Croo a pour sa part plaidé pour
        un plafonnement des prix du gaz, une idée à laquelle l'Allemagne et les Pays-Bas restent opposés.

        A Paris, le ministre français de l'Economie, Bruno Le Maire, a jugé la proposition "intéressante". A Berlin, le chancelier Olaf Scholz s'est montré
        plus réservé. L'Organisation mondiale du commerce (OMC) et le Fonds monétaire international (FMI) ont mis en garde contre une nouvelle
        crise. A la Bourse de New York, les actions de Chevron et d'Exxon ont terminé en hausse, a rapporté l'agence Reuters.
        """;
}
