//! Invented people: first and last names as one hears them in East London, mixed at random.

use super::random::Random;

#[rustfmt::skip] // a list
const FIRST: &[&str] = &[
    "Abdul", "Abena", "Adaeze", "Adam", "Agnieszka", "Ahmed", "Aisha", "Alice", "Amina", "Amir", "Ana", "Anika",
    "Anthony", "Arif", "Ayesha", "Babajide", "Beata", "Beatriz", "Bilal", "Bridget", "Catherine", "Charlotte",
    "Chinedu", "Chloe", "Christopher", "Claire", "Comfort", "Daniel", "David", "Deborah", "Delroy", "Derek",
    "Dilip", "Duc", "Ebony", "Elena", "Elif", "Elizabeth", "Emeka", "Emma", "Esther", "Eva", "Farhana", "Farid",
    "Fatima", "Fiona", "Florence", "Francesca", "Funmi", "Gareth", "George", "Grace", "Graham", "Habiba",
    "Halima", "Hannah", "Harpreet", "Hassan", "Helen", "Hodan", "Hugh", "Ibrahim", "Imran", "Ines", "Irene",
    "Isaac", "Ismail", "Jacek", "James", "Jamila", "Jasmine", "Jelena", "Jerome", "Joanna", "John", "Joseph",
    "Joyce", "Julia", "Kamal", "Karolina", "Kate", "Kenneth", "Khadija", "Kofi", "Kwame", "Lakshmi", "Laura",
    "Leila", "Leon", "Lilian", "Linh", "Louise", "Lucy", "Magdalena", "Mahmuda", "Manuel", "Marcus", "Maria",
    "Mark", "Mary", "Mehmet", "Mei", "Miriam", "Mohamed", "Mohammed", "Monika", "Musa", "Nadia", "Nasreen",
    "Natalie", "Nazma", "Ngozi", "Nicola", "Nina", "Noor", "Olga", "Oliver", "Olusegun", "Omar", "Orla",
    "Osman", "Patience", "Patrick", "Paul", "Paulette", "Peter", "Piotr", "Priya", "Rachel", "Rafiq", "Rahima",
    "Rashid", "Rebecca", "Reuben", "Richard", "Rokeya", "Rosa", "Roshan", "Ruth", "Sabina", "Sadia", "Salma",
    "Samira", "Samuel", "Sandeep", "Sara", "Selim", "Shabnam", "Shahida", "Sharon", "Simon", "Sofia", "Stefan",
    "Stephen", "Sultana", "Susan", "Tahmina", "Tariq", "Temitope", "Theresa", "Thomas", "Thu", "Tomasz", "Uma",
    "Vanessa", "Victor", "Wahida", "Wei", "Winston", "Xin", "Yasmin", "Yusuf", "Zahra", "Zainab", "Zofia",
    "Zuhair",
];

#[rustfmt::skip] // a list
const LAST: &[&str] = &[
    "Abdi", "Abdullah", "Acheampong", "Adebayo", "Adeyemi", "Ahmed", "Akhtar", "Akter", "Ali", "Allen", "Amin",
    "Anderson", "Appiah", "Asante", "Aziz", "Bailey", "Banerjee", "Banu", "Barry", "Begum", "Bennett", "Bibi",
    "Blake", "Boateng", "Bose", "Brown", "Byrne", "Campbell", "Carter", "Chan", "Chaudhury", "Chen",
    "Choudhury", "Clarke", "Cohen", "Collins", "Costa", "Daly", "Das", "Davies", "Demir", "Diallo", "Doyle",
    "Edwards", "Evans", "Farah", "Fernandes", "Ferreira", "Fitzgerald", "Fofanah", "Forde", "Foster", "Francis",
    "Gallagher", "Ghosh", "Gomes", "Gordon", "Grant", "Green", "Haque", "Harris", "Hasan", "Hassan", "Healy",
    "Hill", "Hoang", "Hossain", "Hughes", "Hussain", "Ibrahim", "Iqbal", "Islam", "Jackson", "Jama", "James",
    "Joseph", "Kabir", "Kamara", "Kaur", "Kaya", "Kelly", "Khan", "Khatun", "King", "Kowalska", "Kowalski",
    "Kumar", "Lam", "Le", "Lee", "Levy", "Lewis", "Li", "Mahmood", "Malik", "Marques", "Martin", "McCarthy",
    "McKenzie", "Mendes", "Mensah", "Miah", "Mitchell", "Mohamud", "Morgan", "Morris", "Murphy", "Nguyen",
    "Nowak", "Nwosu", "O'Brien", "O'Connor", "Obi", "Odhiambo", "Okafor", "Okonkwo", "Oliveira", "Osei",
    "Owusu", "Ozturk", "Parker", "Patel", "Pereira", "Pham", "Phillips", "Popescu", "Powell", "Quaye", "Rahman",
    "Reid", "Richards", "Roberts", "Robinson", "Rossi", "Roy", "Sarkar", "Scott", "Shah", "Sharma", "Siddique",
    "Silva", "Simpson", "Singh", "Smith", "Sultana", "Taylor", "Thompson", "Tran", "Turner", "Uddin", "Vieira",
    "Walker", "Warsame", "Watson", "White", "Williams", "Wilson", "Wong", "Wright", "Yilmaz", "Yusuf", "Zaman",
    "Zielinska",
];

/// A first and a last name.
pub(super) fn name(random: &mut Random) -> (&'static str, &'static str) {
    (random.one_of(FIRST), random.one_of(LAST))
}

/// An address that nobody can have: the number keeps namesakes apart, and `.example` is reserved.
pub(super) fn address(first: &str, last: &str, number: u32) -> String {
    let plain = |name: &str| -> String {
        name.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_lowercase()
    };
    format!("{}.{}{number}@staff.example", plain(first), plain(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_plain_and_reserved_for_examples() {
        assert_eq!(address("Orla", "O'Brien", 12), "orla.obrien12@staff.example");
    }

    #[test]
    fn every_name_stands_once_in_its_list() {
        for list in [FIRST, LAST] {
            assert!(list.is_sorted_by(|a, b| a < b), "in order and without repeats");
        }
    }
}
